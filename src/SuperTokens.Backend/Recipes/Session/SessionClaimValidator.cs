using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A rule a session's access token payload must meet.</summary>
public abstract class SessionClaimValidator
{
    /// <summary>Creates a validator.</summary>
    /// <param name="id">Its id in a 403 answer (<c>claimValidationErrors[].id</c>).</param>
    protected SessionClaimValidator(string id) => Id = id;

    /// <summary>Its id in a 403 answer.</summary>
    public string Id { get; }

    /// <summary>The claim to fetch again when <see cref="ShouldRefetch"/> says so, or null when there is none.</summary>
    public virtual SessionClaim? Claim => null;

    /// <summary>Whether the claim's value must be fetched before it is checked.</summary>
    /// <param name="payload">The access token's payload.</param>
    /// <returns>True to fetch it. Default: false.</returns>
    public virtual bool ShouldRefetch(JsonObject payload) => false;

    /// <summary>Checks the payload, and nothing else.</summary>
    /// <param name="payload">The access token's payload.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>Valid, or invalid with a reason.</returns>
    public abstract ValueTask<ClaimValidationResult> ValidateAsync(JsonObject payload, CancellationToken cancellationToken);
}
