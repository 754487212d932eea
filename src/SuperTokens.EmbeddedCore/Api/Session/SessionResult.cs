using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Crypto;

namespace SuperTokens.EmbeddedCore.Api.Session;

/// <summary>What became of a session request. Tokens that did not change are null.</summary>
internal abstract record SessionResult
{
    private SessionResult()
    {
    }

    /// <summary>
    /// The session as its access token says, with the payload to report; the signed token is set when a new one goes to the client.
    /// </summary>
    internal sealed record Ok(AccessToken Token, string? SignedToken, JsonObject UserData, NewRefreshToken? RefreshToken = null) : SessionResult;

    internal sealed record TryRefresh(string Message) : SessionResult;

    internal sealed record Unauthorised(string Message) : SessionResult;

    internal sealed record Theft(string Handle, string UserId, string RecipeUserId) : SessionResult;

    /// <summary>The core answers 500 to this input; so does this one.</summary>
    internal sealed record Failed(string Message) : SessionResult;
}
