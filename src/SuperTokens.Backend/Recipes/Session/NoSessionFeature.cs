namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Says that an endpoint lets requests without a session pass, and that this is one.</summary>
internal sealed class NoSessionFeature
{
    public static NoSessionFeature Instance { get; } = new();
}

/// <summary>Says that a response will be kept out of caches because it carries tokens.</summary>
internal sealed class NoStoreFeature
{
    public static NoStoreFeature Instance { get; } = new();
}
