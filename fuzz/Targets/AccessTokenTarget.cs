using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Fuzz.Targets;

/// <summary>Access tokens before anybody verified them: whatever is sent is read or refused, and read alike each time.</summary>
internal static class AccessTokenTarget
{
    internal static string Run(string text)
    {
        if (!AccessToken.TryRead(text, out var token))
        {
            return "refused";
        }

        FuzzTarget.Require(token.Raw == text, "A token keeps its text.");
        FuzzTarget.Require(token.VerifiedBy is null, "Reading verifies nothing.");
        var payload = token.CreatePayload();
        var before = payload.ToJsonString();
        payload.Clear();
        FuzzTarget.Require(token.CreatePayload().ToJsonString() == before, "Payloads share nothing.");

        FuzzTarget.Require(AccessToken.TryRead(text, out var again, token.Header), "A known header changes nothing.");
        FuzzTarget.Require(
            (again!.UserId, again.SessionHandle, again.TenantId, again.Expiry, again.KeyId) == (token.UserId, token.SessionHandle, token.TenantId, token.Expiry, token.KeyId),
            "A token is read alike each time.");
        return $"version {token.Header.Version}, dynamic {token.UsesDynamicKey}, algorithm {token.Header.Algorithm.Length}, claims {token.CreatePayload().Count}";
    }
}
