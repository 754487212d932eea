using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>
/// The session claim <c>st-role</c>: the roles that the user has in the session's tenant. It is what they were when the claim was fetched;
/// a validator with an age, or <see cref="SessionContainer.FetchAndSetClaimAsync"/>, has it fetched again. A service of the container.
/// </summary>
public sealed class UserRoleClaim : PrimitiveArrayClaim<string>
{
    /// <summary>The claim's key: <c>st-role</c>.</summary>
    public const string Name = "st-role";

    internal UserRoleClaim(Lazy<IUserRolesRecipe> recipe, TimeProvider time)
        : base(
            Name,
            async (userId, _, tenantId, _, cancellationToken) => new ClaimValue<string[]>([.. (await recipe.Value.GetRolesForUserAsync(tenantId, userId, cancellationToken)).Roles]),
            timeProvider: time)
    {
    }
}
