namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessRecipe.UpdateUserAsync"/> came to.</summary>
public abstract record UpdatePasswordlessUserResult
{
    private UpdatePasswordlessUserResult()
    {
    }

    /// <summary>The login method is changed.</summary>
    public sealed record Ok : UpdatePasswordlessUserResult;

    /// <summary>There is no login method of this id.</summary>
    public sealed record UnknownUserId : UpdatePasswordlessUserResult;

    /// <summary>Somebody in one of the user's tenants already signs in with the new address.</summary>
    public sealed record EmailAlreadyExists : UpdatePasswordlessUserResult;

    /// <summary>Somebody in one of the user's tenants already signs in with the new number.</summary>
    public sealed record PhoneNumberAlreadyExists : UpdatePasswordlessUserResult;

    /// <summary>The new address could let somebody take an account over, or belongs to another primary user.</summary>
    /// <param name="Reason">Why, in words for developers.</param>
    public sealed record EmailChangeNotAllowed(string Reason) : UpdatePasswordlessUserResult;

    /// <summary>The new number belongs to another primary user.</summary>
    /// <param name="Reason">Why, in words for developers.</param>
    public sealed record PhoneNumberChangeNotAllowed(string Reason) : UpdatePasswordlessUserResult;
}
