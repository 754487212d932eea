namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The outcome of adding a login method to a tenant.</summary>
public abstract record AssociateUserToTenantResult
{
    private AssociateUserToTenantResult()
    {
    }

    /// <summary>The login method works in the tenant.</summary>
    /// <param name="WasAlreadyAssociated">Whether it did before.</param>
    public sealed record Ok(bool WasAlreadyAssociated) : AssociateUserToTenantResult;

    /// <summary>There is no such login method.</summary>
    public sealed record UnknownUserId : AssociateUserToTenantResult;

    /// <summary>Another user of the tenant has the address.</summary>
    public sealed record EmailAlreadyExists : AssociateUserToTenantResult;

    /// <summary>Another user of the tenant has the phone number.</summary>
    public sealed record PhoneNumberAlreadyExists : AssociateUserToTenantResult;

    /// <summary>Another user of the tenant has the account at the third-party provider.</summary>
    public sealed record ThirdPartyUserAlreadyExists : AssociateUserToTenantResult;

    /// <summary>The login method is linked to a primary user, and another primary user of the tenant has the same address, number or account.</summary>
    /// <param name="Reason">Which of them, in the core's words: for logs and administrators.</param>
    public sealed record AssociationNotAllowed(string Reason) : AssociateUserToTenantResult;
}
