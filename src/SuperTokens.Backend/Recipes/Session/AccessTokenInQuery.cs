namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Marks endpoints that also take the access token from the query.</summary>
internal sealed class AccessTokenInQuery
{
    /// <summary>The query's parameter: what SignalR's clients send it in.</summary>
    public const string Name = "access_token";

    public static AccessTokenInQuery Instance { get; } = new();
}
