namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>What <see cref="ISamlRecipe.VerifySamlResponseAsync"/> came to.</summary>
public abstract record VerifySamlResponseResult
{
    private VerifySamlResponseResult()
    {
    }

    /// <summary>The response is good.</summary>
    /// <param name="RedirectUri">The address the login was begun for, or the client's default one; with a code, and the state if there was one.</param>
    public sealed record Ok(string RedirectUri) : VerifySamlResponseResult
    {
        /// <summary>Names the record; the code in the address stays out of logs.</summary>
        /// <returns>The record's name.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>Its signature, its audience or its time is wrong.</summary>
    public sealed record VerificationFailed : VerifySamlResponseResult;

    /// <summary>It names a login that nobody began, or that took too long.</summary>
    public sealed record InvalidRelayState : VerifySamlResponseResult;

    /// <summary>The client is gone.</summary>
    public sealed record InvalidClient : VerifySamlResponseResult;

    /// <summary>The identity provider began the login, which the client does not allow.</summary>
    public sealed record IdpLoginDisallowed : VerifySamlResponseResult;
}
