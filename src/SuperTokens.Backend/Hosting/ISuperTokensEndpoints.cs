namespace SuperTokens.Backend.Hosting;

/// <summary>A recipe's endpoints. Registered once a recipe; the dispatcher reads all tables once, at start.</summary>
internal interface ISuperTokensEndpoints
{
    /// <summary>The recipe's table: method, path, handler.</summary>
    IReadOnlyList<SuperTokensEndpoint> Endpoints { get; }
}
