using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Fuzz.Targets;

/// <summary>Headers of the protocol, and the tenant in a path.</summary>
internal static class HeaderTarget
{
    internal static string Run(string text)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["fdi-version"] = text;
        var fdi = FdiVersion.Of(request);
        FuzzTarget.Require(fdi.Major >= 0 && fdi.Minor >= 0, "Versions are not negative.");

        var isVersion = CdiVersion.TryParse(text, out var cdi);
        FuzzTarget.Require(!isVersion || (CdiVersion.TryParse(cdi.ToString(), out var again) && again == cdi), "A version that is written is read as the same.");

        var isTenant = TenantName.IsValid(text);
        FuzzTarget.Require(!isTenant || text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), "A tenant's name cannot leave its place in a path.");
        return $"{isVersion} {isTenant} {fdi == FdiVersion.Latest} {fdi.Major}";
    }
}
