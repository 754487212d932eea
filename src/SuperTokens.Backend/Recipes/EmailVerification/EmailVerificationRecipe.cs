using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>Does the recipe's operations in the core.</summary>
internal sealed class EmailVerificationRecipe(
    ICoreClient core, IAccountLinkingPolicy linkingPolicy, IAccountLinkingRecipe linking, IUserDirectory users, RecipeUserEmails emails, AuditTrail audit) : IEmailVerificationRecipe
{
    public const string Id = "emailverification";

    private const string VerifyPath = "/recipe/user/email/verify";

    public async Task<CreateEmailVerificationTokenResult> CreateEmailVerificationTokenAsync(
        string tenantId, RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
    {
        var request = Post(CorePath.Tenant(tenantId, "/recipe/user/email/verify/token"), recipeUserId, email);
        var answer = await core.SendAsync(request, EmailVerificationJsonContext.Default.CoreVerificationTokenAnswer, cancellationToken);
        return answer switch
        {
            { Status: "OK", Token: { } token } => new CreateEmailVerificationTokenResult.Ok(token),
            { Status: "EMAIL_ALREADY_VERIFIED_ERROR" } => new CreateEmailVerificationTokenResult.EmailAlreadyVerified(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<VerifyEmailUsingTokenResult> VerifyEmailUsingTokenAsync(
        string tenantId, string token, bool attemptAccountLinking = true, CancellationToken cancellationToken = default)
    {
        var request = CoreRequest.Post(
            CorePath.Tenant(tenantId, VerifyPath),
            new CoreVerificationTokenUse("token", token),
            EmailVerificationJsonContext.Default.CoreVerificationTokenUse) with { RecipeId = Id };
        var answer = await core.SendAsync(request, EmailVerificationJsonContext.Default.CoreVerificationTokenUseAnswer, cancellationToken);
        switch (answer)
        {
            case { Status: "OK", UserId: { } userId, Email: { } email }:
                var recipeUserId = new RecipeUserId(userId);
                audit.Report(new AuditEvent.EmailVerified { RecipeId = Id, TenantId = tenantId, RecipeUserId = userId });
                if (attemptAccountLinking && linkingPolicy.IsOn)
                {
                    await LinkAsync(tenantId, recipeUserId, email, cancellationToken);
                }

                return new VerifyEmailUsingTokenResult.Ok(recipeUserId, email);
            case { Status: "EMAIL_VERIFICATION_INVALID_TOKEN_ERROR" }:
                return new VerifyEmailUsingTokenResult.InvalidToken();
            default:
                throw UnexpectedCoreAnswer.To(request);
        }
    }

    public async Task<bool> IsEmailVerifiedAsync(RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
    {
        var request = CoreRequest.Get(CorePath.App(VerifyPath)) with { RecipeId = Id, Query = [new("userId", recipeUserId.Value), new("email", email)] };
        var answer = await core.SendAsync(request, EmailVerificationJsonContext.Default.CoreIsVerifiedAnswer, cancellationToken);
        return answer is { Status: "OK", IsVerified: { } isVerified } ? isVerified : throw UnexpectedCoreAnswer.To(request);
    }

    public Task RevokeEmailVerificationTokensAsync(string tenantId, RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
        => SendAsync(Post(CorePath.Tenant(tenantId, "/recipe/user/email/verify/token/remove"), recipeUserId, email), cancellationToken);

    public Task UnverifyEmailAsync(RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
        => SendAsync(Post(CorePath.App("/recipe/user/email/verify/remove"), recipeUserId, email), cancellationToken);

    private static CoreRequest Post(CorePath path, RecipeUserId recipeUserId, string email)
        => CoreRequest.Post(path, new CoreVerificationSubject(recipeUserId.Value, email), EmailVerificationJsonContext.Default.CoreVerificationSubject) with { RecipeId = Id };

    private async Task SendAsync(CoreRequest request, CancellationToken cancellationToken)
    {
        var answer = await core.SendAsync(request, EmailVerificationJsonContext.Default.CoreVerificationStatusAnswer, cancellationToken);
        if (answer.Status != "OK")
        {
            throw UnexpectedCoreAnswer.To(request);
        }
    }

    // Any address can be verified for a login method; only the one it has now may link it.
    private async Task LinkAsync(string tenantId, RecipeUserId recipeUserId, string email, CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(recipeUserId.Value, cancellationToken) is { } user
            && await emails.FindAsync(user, recipeUserId, cancellationToken) is RecipeUserEmailResult.Ok found
            && found.Email == email)
        {
            await linking.CreatePrimaryUserIdOrLinkAccountsAsync(tenantId, user, cancellationToken: cancellationToken);
        }
    }
}
