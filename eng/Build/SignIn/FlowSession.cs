namespace SuperTokens.Build;

/// <summary>A session as a frontend holds it.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="Access">Its access token.</param>
/// <param name="Refresh">Its refresh token.</param>
internal sealed record FlowSession(string UserId, string Access, string Refresh)
{
    /// <summary>Reads the session that a sign-in answers with.</summary>
    internal static FlowSession From(FrontendAnswer answer)
    {
        var session = new FlowSession(
            answer.HasStatus(200).Has("OK", "status").Text("user", "id"), answer.Header("st-access-token"), answer.Header("st-refresh-token"));
        _ = answer.Header("front-token");
        return session;
    }
}
