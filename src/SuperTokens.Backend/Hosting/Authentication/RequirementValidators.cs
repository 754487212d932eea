using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>The validators behind attributes, endpoint extensions and policies, which thereby mean the same.</summary>
internal static class RequirementValidators
{
    public static SessionClaimValidator Role(IServiceProvider services, IReadOnlyList<string> anyOf, TimeSpan? maxAge)
        => Role(Find<UserRoleClaim>(services, "RequireRole", "UserRoles"), anyOf, maxAge);

    public static SessionClaimValidator Role(UserRoleClaim roles, IReadOnlyList<string> anyOf, TimeSpan? maxAge)
        => anyOf is [var name] ? roles.Includes(name, maxAge) : roles.IncludesAny(anyOf, maxAge);

    public static SessionClaimValidator Permission(IServiceProvider services, IReadOnlyList<string> allOf, TimeSpan? maxAge)
    {
        var permissions = Find<PermissionClaim>(services, "RequirePermission", "UserRoles");
        return allOf is [var name] ? permissions.Includes(name, maxAge) : permissions.IncludesAll(allOf, maxAge);
    }

    public static SessionClaimValidator VerifiedEmail(IServiceProvider services, TimeSpan? maxAge)
        => Find<EmailVerificationClaim>(services, "RequireVerifiedEmail", "EmailVerification").IsVerified(maxAge: maxAge);

    public static SessionClaimValidator RecentSignIn(IServiceProvider services, TimeSpan maxAge)
        => services.GetRequiredService<SignInTimeClaim>().IsRecent(maxAge);

    public static SessionClaimValidator Claim(IServiceProvider services, string key, IReadOnlyList<string> anyOf, TimeSpan? maxAge)
        => services.GetRequiredService<SessionClaims>().CreateValidator(key, anyOf, maxAge);

    private static T Find<T>(IServiceProvider services, string what, string recipe)
        where T : class
        => services.GetService<T>()
            ?? throw new InvalidOperationException($"{what} needs the {recipe} recipe, so nobody is let in. Add .Add{recipe}() to AddSuperTokens(…).");
}
