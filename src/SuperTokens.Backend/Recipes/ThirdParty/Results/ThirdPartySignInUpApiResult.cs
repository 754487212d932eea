using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What <see cref="IThirdPartyApi.SignInUpAsync"/> answers.</summary>
public abstract record ThirdPartySignInUpApiResult
{
    private ThirdPartySignInUpApiResult()
    {
    }

    /// <summary>The user is signed in. The frontend gets the user and whether they are new, and nothing else.</summary>
    /// <param name="CreatedNewRecipeUser">Whether they signed up by this.</param>
    /// <param name="User">The user.</param>
    /// <param name="Session">The session; its tokens are on the response.</param>
    /// <param name="OAuthTokens">The provider's tokens, for overrides.</param>
    /// <param name="RawUserInfoFromProvider">All that the provider said about the user, for overrides.</param>
    public sealed record Ok(bool CreatedNewRecipeUser, User User, SessionContainer Session, OAuthTokens OAuthTokens, RawUserInfo RawUserInfoFromProvider) : ThirdPartySignInUpApiResult;

    /// <summary>The provider gave no e-mail address, and one is required.</summary>
    public sealed record NoEmailGivenByProvider : ThirdPartySignInUpApiResult;

    /// <summary>Signing in or up is not allowed.</summary>
    /// <param name="Reason">Why, in words for people.</param>
    public sealed record NotAllowed(string Reason) : ThirdPartySignInUpApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : ThirdPartySignInUpApiResult;
}
