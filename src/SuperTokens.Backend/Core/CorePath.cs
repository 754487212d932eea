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
    /// <param name="tenantId">The tenant. Anything but letters, digits and hyphens could lead to another path of the core.</param>
    /// <param name="path">A constant path starting with <c>/</c>, such as <c>/recipe/signin</c>.</param>
    /// <returns>The path <c>/{tenantId}{path}</c>.</returns>
    /// <exception cref="ArgumentException">No tenant can be called so.</exception>
    public static CorePath Tenant(string tenantId, string path)
        => TenantName.IsValid(tenantId)
            ? new($"/{tenantId}{path}", $"/{{tenantId}}{path}")
            : throw new ArgumentException("A tenant's id is made of letters, digits and hyphens, and does not begin with 'appid-'.", nameof(tenantId));

    /// <inheritdoc />
    public override string ToString() => Template;
}
