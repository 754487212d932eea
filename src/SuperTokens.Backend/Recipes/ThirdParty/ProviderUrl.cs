namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Which addresses of providers are used: secrets and tokens go there.</summary>
internal static class ProviderUrl
{
    /// <summary>Reads an address.</summary>
    /// <param name="url">The address.</param>
    /// <returns>The address, or null when it is neither https nor http on this machine.</returns>
    public static Uri? TryRead(string? url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.UserInfo.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : null;

    /// <summary>Takes an address out of a discovery document.</summary>
    /// <param name="url">The address there, or null.</param>
    /// <param name="document">The document's own address.</param>
    /// <returns>The address, or null when it must not be used: a document from elsewhere cannot point at this machine.</returns>
    public static string? From(string? url, Uri document)
        => TryRead(url) is { } uri && (document.IsLoopback || !uri.IsLoopback) ? url : null;
}
