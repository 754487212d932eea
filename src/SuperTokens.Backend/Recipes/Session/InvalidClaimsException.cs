namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A session claim is not as required. The caller gets 403 <c>{"message":"invalid claim","claimValidationErrors":[…]}</c>.</summary>
public sealed class InvalidClaimsException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errors">The claims that failed.</param>
    public InvalidClaimsException(IReadOnlyList<ClaimValidationError> errors)
        : base("A session claim is not as required") => Errors = errors;

    /// <summary>The claims that failed.</summary>
    public IReadOnlyList<ClaimValidationError> Errors { get; }
}
