namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What <see cref="IThirdPartyApi.GetAuthorisationUrlAsync"/> answers.</summary>
public abstract record AuthorisationUrlApiResult
{
    private AuthorisationUrlApiResult()
    {
    }

    /// <summary>Where people are sent.</summary>
    /// <param name="Redirect">The address and the PKCE verifier.</param>
    public sealed record Ok(AuthorisationRedirect Redirect) : AuthorisationUrlApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : AuthorisationUrlApiResult;
}
