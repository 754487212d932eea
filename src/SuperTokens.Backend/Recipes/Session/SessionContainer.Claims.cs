using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <content>The access token's payload and its claims.</content>
public sealed partial class SessionContainer
{
    /// <summary>
    /// Changes the access token's payload: a new access token is made and sent to the frontend. Claims are believed: take no names from
    /// what users send, or they could give themselves roles (<c>st-role</c>).
    /// </summary>
    /// <param name="accessTokenPayloadUpdate">What to change; a null removes its key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the payload is changed.</returns>
    /// <exception cref="UnauthorisedException">The session is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed, or refused a standard claim such as <c>sub</c>.</exception>
    public async Task MergeIntoAccessTokenPayloadAsync(JsonObject accessTokenPayloadUpdate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accessTokenPayloadUpdate);
        var payload = AccessTokenPayload.DeepClone().AsObject();
        SessionClaims.RemoveProtected(payload);
        SessionClaims.Merge(payload, accessTokenPayloadUpdate);
        var regenerated = await _recipe.Value.RegenerateAccessTokenAsync(AccessToken, payload, cancellationToken) ?? throw Gone();
        if (regenerated.AccessToken is not { } issued)
        {
            // The access token expired meanwhile: this request sees the change now, the frontend after its next refresh.
            var merged = AccessTokenPayload.DeepClone().AsObject();
            SessionClaims.Merge(merged, accessTokenPayloadUpdate);
            (_payload, _isMerged) = (merged, true);
            return;
        }

        var token = SessionContainerFactory.Read(issued);
        _state = _state with { AccessToken = issued.Token, AccessTokenExpiry = issued.Expiry, Token = token, AreTokensNew = true };
        (_payload, _isMerged) = (null, false);
        if (_context is not null)
        {
            _transfer.SetAccessToken(_context, _method, issued.Token, BuildFrontToken());
        }
    }

    /// <summary>Requires claims to be as validators say; claims that are too old are fetched again first.</summary>
    /// <param name="claimValidators">The validators.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when all claims are as required.</returns>
    /// <exception cref="InvalidClaimsException">A claim is not as required.</exception>
    /// <exception cref="UnauthorisedException">A claim was fetched and the session is gone.</exception>
    /// <exception cref="Core.CoreException">A claim was fetched and the core failed.</exception>
    public async Task AssertClaimsAsync(IReadOnlyList<SessionClaimValidator> claimValidators, CancellationToken cancellationToken = default)
    {
        if (claimValidators is { Count: 0 } && _recipe.Value is SessionRecipe)
        {
            // Nothing to ask, and no override that might have something of its own to say.
            return;
        }

        var result = await _recipe.Value.ValidateClaimsAsync(UserId, RecipeUserId, AccessTokenPayload, claimValidators, cancellationToken);
        if (result.AccessTokenPayloadUpdate is { } update)
        {
            var changes = update.DeepClone().AsObject();
            SessionClaims.RemoveProtected(changes);
            await MergeIntoAccessTokenPayloadAsync(changes, cancellationToken);
        }

        if (result.InvalidClaims.Count > 0)
        {
            throw new InvalidClaimsException(result.InvalidClaims);
        }
    }

    /// <summary>Fetches a claim's value and sets it in the access token.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the claim is set.</returns>
    /// <exception cref="UnauthorisedException">The session is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task FetchAndSetClaimAsync(SessionClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        await MergeIntoAccessTokenPayloadAsync(await claim.BuildAsync(UserId, RecipeUserId, TenantId, AccessTokenPayload, cancellationToken), cancellationToken);
    }

    /// <summary>Sets a claim's value in the access token.</summary>
    /// <typeparam name="T">The claim's type.</typeparam>
    /// <param name="claim">The claim.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the claim is set.</returns>
    /// <exception cref="UnauthorisedException">The session is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public Task SetClaimValueAsync<T>(SessionClaim<T> claim, T value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var changes = new JsonObject();
        claim.AddToPayload(changes, value);
        return MergeIntoAccessTokenPayloadAsync(changes, cancellationToken);
    }

    /// <summary>Reads a claim's value from the access token.</summary>
    /// <typeparam name="T">The claim's type.</typeparam>
    /// <param name="claim">The claim.</param>
    /// <returns>The value, or none.</returns>
    public ClaimValue<T> GetClaimValue<T>(SessionClaim<T> claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.GetValueFromPayload(AccessTokenPayload);
    }

    /// <summary>Removes a claim from the access token.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the claim is removed.</returns>
    /// <exception cref="UnauthorisedException">The session is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public Task RemoveClaimAsync(SessionClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return MergeIntoAccessTokenPayloadAsync(new JsonObject { [claim.Key] = null }, cancellationToken);
    }
}
