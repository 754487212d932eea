using SuperTokens.Backend.Configuration;

namespace SuperTokens.Fuzz.Targets;

/// <summary>Domains and paths: what was normalised once stays as it is, since frontends, cookies and the core compare it as text.</summary>
internal static class UrlTarget
{
    internal static string Run(string text)
    {
        var isDomain = NormalisedUrl.TryGetDomain(text, out var domain);
        FuzzTarget.Require(!isDomain || (NormalisedUrl.TryGetDomain(domain, out var domainAgain) && domainAgain == domain), "A normalised domain is normal.");
        FuzzTarget.Require(!isDomain || domain!.StartsWith("http://", StringComparison.Ordinal) || domain.StartsWith("https://", StringComparison.Ordinal), "A domain has a scheme.");
        var hasSite = isDomain && TopLevelDomain.TryGet(domain!, out _);

        var isPath = NormalisedUrl.TryGetPath(text, out var path);
        FuzzTarget.Require(!isPath || path!.Length == 0 || path[0] == '/', "A path starts with a slash.");

        // One slash is taken away at a time, as every SuperTokens SDK does; what malformed escapes become is up to Uri.
        var isPlain = isPath && !text.Contains('%', StringComparison.Ordinal) && !path!.EndsWith('/');
        FuzzTarget.Require(!isPlain || (NormalisedUrl.TryGetPath(path, out var pathAgain) && pathAgain == path), "A normalised path is normal.");

        var isCookieDomain = NormalisedUrl.TryGetCookieDomain(text, out var cookieDomain);
        FuzzTarget.Require(!isCookieDomain || !cookieDomain!.AsSpan().ContainsAny(";, \r\n"), "A cookie's domain cannot add attributes.");
        return $"{isDomain} {hasSite} {isPath} {path?.Length == 0} {isCookieDomain} {cookieDomain?.StartsWith('.')}";
    }
}
