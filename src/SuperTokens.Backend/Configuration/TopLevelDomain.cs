using System.Diagnostics.CodeAnalysis;

namespace SuperTokens.Backend.Configuration;

/// <summary>Which site an origin belongs to: two origins of one site may share SameSite=Lax cookies.</summary>
internal static class TopLevelDomain
{
    /// <summary>Finds the site of a normalised domain.</summary>
    /// <param name="domain">Scheme, host and port, as <see cref="NormalisedUrl.TryGetDomain"/> gives them.</param>
    /// <param name="site">
    /// <c>localhost</c> for localhost and addresses; else the registrable domain; else, for a public suffix itself and
    /// for single-label hosts, the host.
    /// </param>
    /// <returns>False when the host is not a valid name.</returns>
    public static bool TryGet(string domain, [NotNullWhen(true)] out string? site)
    {
        site = null;
        if (!Uri.TryCreate(domain, UriKind.Absolute, out var uri))
        {
            return false;
        }

        if (NormalisedUrl.IsLocal(uri.Host) || uri.HostNameType == UriHostNameType.IPv6)
        {
            site = "localhost";
            return true;
        }

        var host = uri.IdnHost.TrimEnd('.');
        if (host.Length == 0 || host.StartsWith('.') || host.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        site = PublicSuffixes.GetRegistrableDomain(host) ?? host;
        return true;
    }
}
