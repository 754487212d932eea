namespace SuperTokens.EmbeddedCore.Api;

/// <summary>Answers one method of one route.</summary>
internal delegate CoreResponse CoreHandler(CoreRequest request);

/// <summary>One path of the core for one recipe (<c>rid</c> header); several recipes may share a path.</summary>
internal sealed class CoreRoute(string path, string recipeId)
{
    private readonly Dictionary<string, CoreHandler> _handlers = new(StringComparer.Ordinal);

    public string Path => path;

    public string RecipeId => recipeId;

    /// <summary>False for the few routes that anyone may call.</summary>
    public bool NeedsApiKey { get; init; } = true;

    /// <summary>False for routes that look alike in every version of the interface.</summary>
    public bool NeedsVersion { get; init; } = true;

    public CoreRoute On(string method, CoreHandler handler)
    {
        _handlers.Add(method, handler);
        return this;
    }

    public CoreHandler? Handler(string method) => _handlers.GetValueOrDefault(method);
}
