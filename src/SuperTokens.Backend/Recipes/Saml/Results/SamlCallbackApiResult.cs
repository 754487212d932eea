namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>What <see cref="ISamlApi.CallbackAsync"/> answers.</summary>
public abstract record SamlCallbackApiResult
{
    private SamlCallbackApiResult()
    {
    }

    /// <summary>The browser is sent on (302).</summary>
    /// <param name="Location">The page of the website, with a code and the frontend's state.</param>
    public sealed record Redirect(string Location) : SamlCallbackApiResult
    {
        /// <summary>Names the record; the code in the address stays out of logs.</summary>
        /// <returns>The record's name.</returns>
        public override string ToString() => nameof(Redirect);
    }

    /// <summary>The response's signature, its audience or its time is wrong.</summary>
    public sealed record VerificationFailed : SamlCallbackApiResult;

    /// <summary>The response names a login that nobody began, or that took too long.</summary>
    public sealed record InvalidRelayState : SamlCallbackApiResult;

    /// <summary>The client is gone.</summary>
    public sealed record InvalidClient : SamlCallbackApiResult;

    /// <summary>The identity provider began the login, which the client does not allow.</summary>
    public sealed record IdpLoginDisallowed : SamlCallbackApiResult;

    /// <summary>Something only an override answers: the browser shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : SamlCallbackApiResult;
}
