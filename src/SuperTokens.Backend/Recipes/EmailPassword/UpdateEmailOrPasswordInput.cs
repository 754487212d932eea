using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What to change about a login method.</summary>
/// <param name="RecipeUserId">The login method.</param>
public sealed record UpdateEmailOrPasswordInput(RecipeUserId RecipeUserId)
{
    /// <summary>The new address, or null to keep it. It is not verified then.</summary>
    public string? Email { get; init; }

    /// <summary>The new password, or null to keep it.</summary>
    public string? Password { get; init; }

    /// <summary>Whether <see cref="Password"/> must obey the rule of the <c>password</c> form field. Default: true.</summary>
    public bool ApplyPasswordPolicy { get; init; } = true;

    /// <summary>The tenant the rule is asked for. Default: <c>public</c>.</summary>
    public string TenantIdForPasswordPolicy { get; init; } = Tenant.DefaultId;

    /// <summary>Names the login method; address and password stay out of logs.</summary>
    /// <returns>The id of the login method.</returns>
    public override string ToString() => $"{nameof(UpdateEmailOrPasswordInput)} {RecipeUserId}";
}
