using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordApi.SignUpAsync"/> answers.</summary>
public abstract record SignUpApiResult
{
    private SignUpApiResult()
    {
    }

    /// <summary>The user exists and is signed in.</summary>
    /// <param name="User">The user.</param>
    /// <param name="Session">The session; its tokens are on the response.</param>
    public sealed record Ok(User User, SessionContainer Session) : SignUpApiResult;

    /// <summary>Somebody already signed up with this address. The frontend gets a field error.</summary>
    public sealed record EmailAlreadyExists : SignUpApiResult;

    /// <summary>Signing up is not allowed.</summary>
    /// <param name="Reason">Why, in words for people.</param>
    public sealed record NotAllowed(string Reason) : SignUpApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : SignUpApiResult;
}
