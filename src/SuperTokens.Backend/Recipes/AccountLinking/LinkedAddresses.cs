using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Verifies addresses through the e-mail verification recipe; does nothing without it.</summary>
internal sealed class LinkedAddresses(Lazy<IEmailVerificationRecipe>? verification = null) : ILinkedAddresses
{
    public async Task<bool> VerifyAsync(User user, RecipeUserId recipeUserId, CancellationToken cancellationToken)
    {
        if (verification is null
            || !user.IsPrimaryUser
            || user.LoginMethods.FirstOrDefault(method => method.RecipeUserId == recipeUserId) is not { Verified: false, Email: { } email }
            || !user.LoginMethods.Any(method => method.Verified && method.HasSameEmailAs(email)))
        {
            return false;
        }

        // A verification counts in all tenants, its token in one: any will do.
        var tenantId = user.TenantIds[0];
        if (await verification.Value.CreateEmailVerificationTokenAsync(tenantId, recipeUserId, email, cancellationToken) is not CreateEmailVerificationTokenResult.Ok created)
        {
            return false;
        }

        await verification.Value.VerifyEmailUsingTokenAsync(tenantId, created.Token, attemptAccountLinking: false, cancellationToken);
        return true;
    }
}
