using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordApi.SignInAsync"/> answers.</summary>
public abstract record SignInApiResult
{
    private SignInApiResult()
    {
    }

    /// <summary>The user is signed in.</summary>
    /// <param name="User">The user.</param>
    /// <param name="Session">The session; its tokens are on the response.</param>
    public sealed record Ok(User User, SessionContainer Session) : SignInApiResult;

    /// <summary>There is no such user in the tenant, or the password is wrong: callers are not told which.</summary>
    public sealed record WrongCredentials : SignInApiResult;

    /// <summary>Signing in is not allowed.</summary>
    /// <param name="Reason">Why, in words for people.</param>
    public sealed record NotAllowed(string Reason) : SignInApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : SignInApiResult;
}
