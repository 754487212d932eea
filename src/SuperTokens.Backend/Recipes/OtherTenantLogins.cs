using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>
/// Looks for a login method of the session's user that works in other tenants only, and adds it to this one: a second one with the
/// same address would be one too many to manage.
/// </summary>
internal sealed class OtherTenantLogins(IMultitenancyRecipe tenants, SessionLinking linking)
{
    /// <summary>Finds such a login method, and adds it to the tenant when the credentials are right where it works.</summary>
    /// <param name="session">The caller's session.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="recipeId">The recipe whose login method it must be.</param>
    /// <param name="accountInfo">What it is known by.</param>
    /// <param name="checkCredentialsOnTenant">Whether the credentials are right in a tenant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or null when there is none; and whether users have changed meanwhile, so that all must be read again.</returns>
    /// <exception cref="UnauthorisedException">The session's user is gone, or does not belong to the tenant any more.</exception>
    public async Task<(AuthenticatingUser? User, bool IsOutdated)> FindAsync(
        SessionContainer session,
        string tenantId,
        string recipeId,
        AccountInfo accountInfo,
        Func<string, CancellationToken, Task<bool>> checkCredentialsOnTenant,
        CancellationToken cancellationToken)
    {
        var user = await linking.FindUserAsync(session, cancellationToken);

        // Another one has a single login method, and that works in the session's tenant.
        if (!user.IsPrimaryUser)
        {
            return (null, false);
        }

        foreach (var method in user.LoginMethods.Where(method => method.RecipeId == recipeId && method.Has(accountInfo)))
        {
            if (method.WorksIn(tenantId))
            {
                return (new AuthenticatingUser(user, method), false);
            }

            if (method.TenantIds.IsEmpty || !await checkCredentialsOnTenant(method.TenantIds[0], cancellationToken))
            {
                continue;
            }

            switch (await tenants.AssociateUserToTenantAsync(tenantId, method.RecipeUserId, cancellationToken))
            {
                case AssociateUserToTenantResult.Ok:
                    var here = method with { TenantIds = method.TenantIds.Add(tenantId) };
                    return (new AuthenticatingUser(user with { LoginMethods = user.LoginMethods.Replace(method, here) }, here), false);
                case AssociateUserToTenantResult.AssociationNotAllowed:
                    throw new UnauthorisedException("The session's user does not belong to the session's tenant any more");
                default:
                    return (null, true);
            }
        }

        return (null, false);
    }
}
