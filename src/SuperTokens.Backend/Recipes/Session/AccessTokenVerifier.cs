using Microsoft.IdentityModel.Tokens;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Verifies access tokens with the core's public keys, without asking the core.</summary>
internal sealed class AccessTokenVerifier(AccessTokenKeys keys, AccessTokenCache cache, SessionSettings settings, TimeProvider time)
{
    /// <summary>Verifies signature, expiry and kind of key.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the token is verified.</returns>
    /// <exception cref="TryRefreshTokenException">The token is not to be trusted.</exception>
    /// <exception cref="Core.CoreException">A key was needed and the core failed.</exception>
    public async ValueTask VerifyAsync(AccessToken token, CancellationToken cancellationToken)
    {
        // Expiry first: a token past its time needs no key, and so no core.
        if (token.Expiry < time.GetUtcNow().ToUnixTimeMilliseconds())
        {
            if (token.VerifiedBy is not null)
            {
                cache.Remove(token);
            }

            throw new TryRefreshTokenException("The access token is expired.");
        }

        if (token.UsesDynamicKey is { } dynamic && dynamic != settings.Options.UseDynamicAccessTokenSigningKey)
        {
            throw new TryRefreshTokenException("The access token's key is not of the kind UseDynamicAccessTokenSigningKey asks for.");
        }

        if (token.Header.Algorithm != SecurityAlgorithms.RsaSha256 || !await IsSignedAsync(token, cancellationToken))
        {
            throw new TryRefreshTokenException("The access token's signature is not right.");
        }
    }

    private async ValueTask<bool> IsSignedAsync(AccessToken token, CancellationToken cancellationToken)
    {
        if (token.KeyId is null)
        {
            return await keys.AnyHasSignedAsync(token.Raw, cancellationToken);
        }

        // The core's keys as they are now decide, so a signature counts only as long as its key does.
        if (await keys.FindAsync(token.KeyId, cancellationToken) is not { } key)
        {
            return false;
        }

        if (ReferenceEquals(token.VerifiedBy, key))
        {
            return true;
        }

        if (!key.HasSigned(token.Raw))
        {
            return false;
        }

        token.VerifiedBy = key;
        cache.Add(token);
        return true;
    }
}
