using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Does the recipe's operations.</summary>
/// <param name="core">The core.</param>
/// <param name="tenants">The tenants.</param>
/// <param name="providers">Their providers.</param>
/// <param name="users">The users.</param>
/// <param name="accounts">Says whether an address may change.</param>
/// <param name="linking">Links accounts.</param>
/// <param name="outermost">The recipe with all overrides, so that signing in goes through an overridden step.</param>
internal sealed class ThirdPartyRecipe(
    ICoreClient core,
    IMultitenancyRecipe tenants,
    TenantProviders providers,
    IUserDirectory users,
    IAccountLinkingRecipe accounts,
    AuthLinking linking,
    Lazy<IThirdPartyRecipe> outermost) : IThirdPartyRecipe
{
    public const string Id = "thirdparty";

    public async Task<GetProviderResult> GetProviderAsync(string tenantId, string thirdPartyId, string? clientType = null, CancellationToken cancellationToken = default)
    {
        var tenant = await tenants.GetTenantAsync(tenantId, cancellationToken) ?? throw MultitenancyApi.UnknownTenant();
        return await providers.FindAsync(tenant, thirdPartyId, clientType, cancellationToken);
    }

    public async Task<ThirdPartySignInUpResult> SignInUpAsync(ThirdPartySignInUpInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var result = await outermost.Value.ManuallyCreateOrUpdateUserAsync(
            input.TenantId,
            input.ThirdPartyId,
            input.ThirdPartyUserId,
            input.Email,
            input.IsVerified,
            input.Session,
            input.ShouldTryLinkingWithSessionUser,
            cancellationToken);
        return result switch
        {
            CreateOrUpdateUserResult.Ok ok => new ThirdPartySignInUpResult.Ok(ok.CreatedNewRecipeUser, ok.User, ok.RecipeUserId),
            CreateOrUpdateUserResult.EmailChangeNotAllowed refused => new ThirdPartySignInUpResult.NotAllowed(ThirdPartyReasons.Of(refused.Refusal)),
            CreateOrUpdateUserResult.NotAllowed refused => new ThirdPartySignInUpResult.NotAllowed(refused.Reason),
            CreateOrUpdateUserResult.LinkingToSessionUserFailed failed => new ThirdPartySignInUpResult.LinkingToSessionUserFailed(failed.Reason),
            var other => throw new InvalidOperationException($"{other?.GetType().Name ?? "null"} is no result of {nameof(IThirdPartyRecipe)}."),
        };
    }

    public async Task<CreateOrUpdateUserResult> ManuallyCreateOrUpdateUserAsync(
        string tenantId,
        string thirdPartyId,
        string thirdPartyUserId,
        string email,
        bool isVerified,
        SessionContainer? session = null,
        bool? shouldTryLinkingWithSessionUser = null,
        CancellationToken cancellationToken = default)
    {
        var account = new AccountInfo { ThirdParty = new ThirdPartyAccount(thirdPartyId, thirdPartyUserId) };
        var found = await users.ListUsersByAccountInfoAsync(tenantId, account, cancellationToken: cancellationToken);
        if (found is [var known, ..] && Refusal(await accounts.IsEmailChangeAllowedAsync(known, email, isVerified, session, cancellationToken)) is { } refusal)
        {
            return new CreateOrUpdateUserResult.EmailChangeNotAllowed(refusal);
        }

        var request = CoreRequest.Post(
            CorePath.Tenant(tenantId, "/recipe/signinup"),
            new CoreSignInUp(thirdPartyId, thirdPartyUserId, new CoreEmail(email, isVerified)),
            ThirdPartyJsonContext.Default.CoreSignInUp) with { RecipeId = Id };
        var answer = await core.SendAsync(request, ThirdPartyJsonContext.Default.CoreSignInUpAnswer, cancellationToken);
        switch (answer)
        {
            case { Status: "OK", CreatedNewUser: { } created, User: { } user, RecipeUserId: { } id }:
                return await LinkAsync(created, user.ToUser(), new RecipeUserId(id));
            case { Status: "EMAIL_CHANGE_NOT_ALLOWED_ERROR" }:
                // CDI: the core has one reason, that another primary user has the address.
                return new CreateOrUpdateUserResult.EmailChangeNotAllowed(EmailChangeRefusal.PrimaryUserConflict);
            case { Status: "SIGN_IN_UP_NOT_ALLOWED", Reason: { } reason }:
                return new CreateOrUpdateUserResult.NotAllowed(reason);
            default:
                throw UnexpectedCoreAnswer.To(request);
        }

        async Task<CreateOrUpdateUserResult> LinkAsync(bool created, User user, RecipeUserId recipeUserId)
            => await linking.LinkAsync(tenantId, user, recipeUserId, session, shouldTryLinkingWithSessionUser, cancellationToken) switch
            {
                AuthLinkingResult.Ok ok => new CreateOrUpdateUserResult.Ok(created, ok.User, recipeUserId),
                AuthLinkingResult.LinkingToSessionUserFailed failed => new CreateOrUpdateUserResult.LinkingToSessionUserFailed(failed.Reason),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is no result of linking."),
            };
    }

    private static EmailChangeRefusal? Refusal(EmailChangeResult change) => change switch
    {
        EmailChangeResult.PrimaryUserConflict => EmailChangeRefusal.PrimaryUserConflict,
        EmailChangeResult.AccountTakeoverRisk => EmailChangeRefusal.AccountTakeoverRisk,
        EmailChangeResult.Allowed => null,
        var other => throw new InvalidOperationException($"{other?.GetType().Name ?? "null"} is no result of {nameof(IAccountLinkingRecipe)}."),
    };
}
