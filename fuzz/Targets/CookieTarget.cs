using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Fuzz.Targets;

/// <summary>Cookie headers.</summary>
internal static class CookieTarget
{
    private const string Name = "sAccessToken";

    internal static string Run(string text)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Cookie = text;
        var found = SessionCookies.TryGet(request, Name, out var value);
        var several = SessionCookies.HasSeveral(request, Name);
        FuzzTarget.Require(found || !several, "A cookie that is there twice is there.");
        FuzzTarget.Require(found || value.IsEmpty, "What is not there has no value.");
        FuzzTarget.Require(!found || text.Contains(Name + "=", StringComparison.Ordinal), "Names are matched exactly.");
        return $"{found} {several} {value.IsEmpty} {text.Contains('%', StringComparison.Ordinal)} {text.Contains('"', StringComparison.Ordinal)}";
    }
}
