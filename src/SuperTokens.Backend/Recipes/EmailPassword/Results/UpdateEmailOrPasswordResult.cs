namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordRecipe.UpdateEmailOrPasswordAsync"/> came to.</summary>
public abstract record UpdateEmailOrPasswordResult
{
    private UpdateEmailOrPasswordResult()
    {
    }

    /// <summary>The login method is changed.</summary>
    public sealed record Ok : UpdateEmailOrPasswordResult;

    /// <summary>There is no login method of this id.</summary>
    public sealed record UnknownUserId : UpdateEmailOrPasswordResult;

    /// <summary>Somebody in one of the user's tenants already has the new address.</summary>
    public sealed record EmailAlreadyExists : UpdateEmailOrPasswordResult;

    /// <summary>The new address could let somebody take an account over.</summary>
    /// <param name="Reason">Why, in words for developers.</param>
    public sealed record EmailChangeNotAllowed(string Reason) : UpdateEmailOrPasswordResult;

    /// <summary>The new password breaks the rule of the <c>password</c> form field.</summary>
    /// <param name="FailureReason">What the rule says, in words for people.</param>
    public sealed record PasswordPolicyViolated(string FailureReason) : UpdateEmailOrPasswordResult;
}
