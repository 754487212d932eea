namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>The settings of user roles; the configuration section <c>SuperTokens:UserRoles</c> binds to them.</summary>
public sealed class UserRolesOptions
{
    /// <summary>
    /// Whether new sessions do without the claim <c>st-role</c>. An endpoint that asks for a role then has it fetched on its first request.
    /// Default: false.
    /// </summary>
    public bool SkipAddingRolesToAccessToken { get; set; }

    /// <summary>
    /// Whether new sessions do without the claim <c>st-perm</c>. An endpoint that asks for a permission then has it fetched on its first
    /// request. Default: false.
    /// </summary>
    public bool SkipAddingPermissionsToAccessToken { get; set; }
}
