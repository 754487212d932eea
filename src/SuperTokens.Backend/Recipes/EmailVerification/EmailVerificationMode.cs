namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>Whether people may go on without a verified address.</summary>
public enum EmailVerificationMode
{
    /// <summary>Every endpoint that asks for a session asks for a verified address too, unless it overrides the global claim validators.</summary>
    Required,

    /// <summary>Sessions know whether the address is verified; an endpoint that needs it asks with <see cref="EmailVerificationClaim.IsVerified"/>.</summary>
    Optional,
}
