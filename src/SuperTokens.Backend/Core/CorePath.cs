namespace SuperTokens.Backend.Core;

/// <summary>A path of the core's interface, relative to a host's base path. Its variable parts are always escaped.</summary>
public readonly record struct CorePath
{
    private CorePath(string value, string template)
    {
        Value = value;
        Template = template;
    }

    /// <summary>The escaped path, starting with <c>/</c>.</summary>
    public string Value { get; }

    /// <summary>The path without its variable parts, for logs and metrics: <c>/{tenantId}/recipe/signin</c>.</summary>
    public string Template { get; }

    /// <summary>A path of the whole app.</summary>
    /// <param name="path">A constant path starting with <c>/</c>, such as <c>/recipe/session/verify</c>.</param>
    /// <returns>The path.</returns>
    public static CorePath App(string path) => new(path, path);

    /// <summary>A path within one tenant.</summary>
    /// <param name="tenantId">The tenant, as it came from the request: it is escaped here.</param>
    /// <param name="path">A constant path starting with <c>/</c>, such as <c>/recipe/signin</c>.</param>
    /// <returns>The path <c>/{tenantId}{path}</c>.</returns>
    public static CorePath Tenant(string tenantId, string path) => new($"/{Uri.EscapeDataString(tenantId)}{path}", $"/{{tenantId}}{path}");

    /// <inheritdoc />
    public override string ToString() => Template;
}
