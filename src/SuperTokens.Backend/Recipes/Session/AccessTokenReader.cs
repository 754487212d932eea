using System.Diagnostics.CodeAnalysis;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Reads access tokens, each only once where it can: those verified before are at hand, and so is the last one.</summary>
internal sealed class AccessTokenReader(AccessTokenCache cache)
{
    // A request's token passes as text between parts that an application may replace. Reading is all this saves: it was not verified.
    private AccessToken? _last;

    /// <summary>Reads a token, whoever made it.</summary>
    /// <param name="raw">The token.</param>
    /// <param name="token">What it says.</param>
    /// <returns>Whether it has the shape of a session's access token.</returns>
    public bool TryRead(ReadOnlySpan<char> raw, [NotNullWhen(true)] out AccessToken? token)
    {
        if (!cache.TryGet(raw, out token) && !AccessToken.TryRead(raw.ToString(), out token, _last?.Header))
        {
            return false;
        }

        if (!ReferenceEquals(_last, token))
        {
            _last = token;
        }

        return true;
    }

    /// <inheritdoc cref="TryRead(ReadOnlySpan{char}, out AccessToken?)" />
    public bool TryRead(string raw, [NotNullWhen(true)] out AccessToken? token)
    {
        token = _last;
        return (token is not null && ReferenceEquals(token.Raw, raw)) || TryRead(raw.AsSpan(), out token);
    }
}
