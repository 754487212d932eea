using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Links accounts in the core, by the rules of its neighbours.</summary>
internal sealed class AccountLinkingRecipe(
    ICoreClient core,
    AccountInfoLinking linking,
    SignInRules signInRules,
    EmailChangeRules emailChangeRules,
    ILinkedAddresses addresses,
    IOptions<AccountLinkingOptions> options,
    AuditTrail audit,
    ILogger<AccountLinkingRecipe> logger) : IAccountLinkingRecipe
{
    private const string Id = "accountlinking";
    private const string LinkedElsewhere = "RECIPE_USER_ID_ALREADY_LINKED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR";
    private const string LinkedToPrimary = "RECIPE_USER_ID_ALREADY_LINKED_WITH_PRIMARY_USER_ID_ERROR";
    private const string InfoTaken = "ACCOUNT_INFO_ALREADY_ASSOCIATED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR";
    private const string NotPrimary = "INPUT_USER_IS_NOT_A_PRIMARY_USER";

    public Task<User> CreatePrimaryUserIdOrLinkAccountsAsync(string tenantId, User user, SessionContainer? session = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return linking.LinkAsync(tenantId, user, session, cancellationToken);
    }

    public Task<User?> GetPrimaryUserThatCanBeLinkedToRecipeUserIdAsync(string tenantId, User user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return linking.FindPrimaryUserAsync(tenantId, user, cancellationToken);
    }

    public async Task<CanCreatePrimaryUserResult> CanCreatePrimaryUserAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
    {
        var request = Get("/recipe/accountlinking/user/primary/check", recipeUserId);
        return await SendAsync(request, cancellationToken) switch
        {
            { Status: "OK", WasAlreadyAPrimaryUser: { } already } => new CanCreatePrimaryUserResult.Ok(already),
            { Status: LinkedToPrimary, PrimaryUserId: { } id } answer => new CanCreatePrimaryUserResult.AlreadyLinkedToPrimaryUser(id, answer.Description ?? ""),
            { Status: InfoTaken, PrimaryUserId: { } id } answer => new CanCreatePrimaryUserResult.AccountInfoBelongsToAnotherPrimaryUser(id, answer.Description ?? ""),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<CreatePrimaryUserResult> CreatePrimaryUserAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
    {
        var request = Post("/recipe/accountlinking/user/primary", new CoreAccountLinkingBody(recipeUserId.Value));
        switch (await SendAsync(request, cancellationToken))
        {
            case { Status: "OK", User: { } user, WasAlreadyAPrimaryUser: { } already }:
                logger.MadePrimary(recipeUserId);
                return new CreatePrimaryUserResult.Ok(user.ToUser(), already);
            case { Status: LinkedToPrimary, PrimaryUserId: { } id } answer:
                return new CreatePrimaryUserResult.AlreadyLinkedToPrimaryUser(id, answer.Description ?? "");
            case { Status: InfoTaken, PrimaryUserId: { } id } answer:
                return new CreatePrimaryUserResult.AccountInfoBelongsToAnotherPrimaryUser(id, answer.Description ?? "");
            default:
                throw UnexpectedCoreAnswer.To(request);
        }
    }

    public async Task<CanLinkAccountsResult> CanLinkAccountsAsync(RecipeUserId recipeUserId, string primaryUserId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(primaryUserId);
        var request = Get("/recipe/accountlinking/user/link/check", recipeUserId, primaryUserId);
        return await SendAsync(request, cancellationToken) switch
        {
            { Status: "OK", AccountsAlreadyLinked: { } already } => new CanLinkAccountsResult.Ok(already),
            { Status: LinkedElsewhere, PrimaryUserId: { } id } answer => new CanLinkAccountsResult.AlreadyLinkedToAnotherPrimaryUser(id, answer.Description ?? ""),
            { Status: InfoTaken, PrimaryUserId: { } id } answer => new CanLinkAccountsResult.AccountInfoBelongsToAnotherPrimaryUser(id, answer.Description ?? ""),
            { Status: NotPrimary } => new CanLinkAccountsResult.InputUserIsNotAPrimaryUser(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<LinkAccountsResult> LinkAccountsAsync(RecipeUserId recipeUserId, string primaryUserId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(primaryUserId);
        var request = Post("/recipe/accountlinking/user/link", new CoreAccountLinkingBody(recipeUserId.Value, primaryUserId));
        return await SendAsync(request, cancellationToken) switch
        {
            { Status: "OK", AccountsAlreadyLinked: true, User: { } user } => new LinkAccountsResult.Ok(user.ToUser(), AccountsAlreadyLinked: true),
            { Status: "OK", AccountsAlreadyLinked: false, User: { } user } => await AfterLinkingAsync(user.ToUser(), recipeUserId, primaryUserId, cancellationToken),
            { Status: LinkedElsewhere, PrimaryUserId: { } id, User: { } user } answer
                => new LinkAccountsResult.AlreadyLinkedToAnotherPrimaryUser(id, user.ToUser(), answer.Description ?? ""),
            { Status: InfoTaken, PrimaryUserId: { } id } answer => new LinkAccountsResult.AccountInfoBelongsToAnotherPrimaryUser(id, answer.Description ?? ""),
            { Status: NotPrimary } => new LinkAccountsResult.InputUserIsNotAPrimaryUser(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<UnlinkAccountResult> UnlinkAccountAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
    {
        var request = Post("/recipe/accountlinking/user/unlink", new CoreAccountLinkingBody(recipeUserId.Value));
        if (await SendAsync(request, cancellationToken) is not { Status: "OK", WasRecipeUserDeleted: { } deleted, WasLinked: { } linked })
        {
            throw UnexpectedCoreAnswer.To(request);
        }

        logger.Unlinked(recipeUserId);
        if (linked || deleted)
        {
            audit.Report(new AuditEvent.AccountsUnlinked(deleted) { RecipeUserId = recipeUserId.Value });
        }

        return new UnlinkAccountResult(deleted, linked);
    }

    public async Task<bool> IsSignUpAllowedAsync(
        string tenantId, NewAccountInfo newUser, bool isVerified, SessionContainer? session = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newUser);
        if (newUser.AccountInfo is { Email: not null, PhoneNumber: not null })
        {
            throw new ArgumentException("Please pass one of email or phone number, not both", nameof(newUser));
        }

        if (await signInRules.AllowAsync(tenantId, newUser, signingIn: null, isVerified, session, cancellationToken))
        {
            return true;
        }

        logger.SignUpRefused(newUser.RecipeId, tenantId);
        return false;
    }

    public async Task<bool> IsSignInAllowedAsync(
        string tenantId, User user, NewAccountInfo accountInfo, bool signInVerifiesLoginMethod = false, SessionContainer? session = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(accountInfo);
        if (user.IsPrimaryUser
            || user.LoginMethods[0].Verified
            || signInVerifiesLoginMethod
            || await signInRules.AllowAsync(tenantId, accountInfo, user, isVerified: false, session, cancellationToken))
        {
            return true;
        }

        logger.SignInRefused(user.Id);
        return false;
    }

    public Task<EmailChangeResult> IsEmailChangeAllowedAsync(
        User user, string newEmail, bool isVerified, SessionContainer? session = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(newEmail);
        return emailChangeRules.CheckAsync(user, newEmail, isVerified, session, cancellationToken);
    }

    private static CoreRequest Get(string path, RecipeUserId recipeUserId, string? primaryUserId = null) => CoreRequest.Get(CorePath.App(path)) with
    {
        RecipeId = Id,
        Query = [new("recipeUserId", recipeUserId.Value), new("primaryUserId", primaryUserId)],
    };

    private static CoreRequest Post(string path, CoreAccountLinkingBody body)
        => CoreRequest.Post(CorePath.App(path), body, AccountLinkingJsonContext.Default.CoreAccountLinkingBody) with { RecipeId = Id };

    private Task<CoreAccountLinkingAnswer> SendAsync(CoreRequest request, CancellationToken cancellationToken)
        => core.SendAsync(request, AccountLinkingJsonContext.Default.CoreAccountLinkingAnswer, cancellationToken);

    // What the core would tell if it were asked again.
    private static User WithVerified(User user, RecipeUserId recipeUserId)
        => user with { LoginMethods = [.. user.LoginMethods.Select(method => method.RecipeUserId == recipeUserId ? method with { Verified = true } : method)] };

    private async Task<LinkAccountsResult> AfterLinkingAsync(User linked, RecipeUserId recipeUserId, string primaryUserId, CancellationToken cancellationToken)
    {
        logger.Linked(recipeUserId, primaryUserId);
        audit.Report(new AuditEvent.AccountsLinked { UserId = primaryUserId, RecipeUserId = recipeUserId.Value });
        var user = await addresses.VerifyAsync(linked, recipeUserId, cancellationToken) ? WithVerified(linked, recipeUserId) : linked;
        if (options.Value.OnAccountLinked is { } onAccountLinked && user.LoginMethods.FirstOrDefault(method => method.RecipeUserId == recipeUserId) is { } method)
        {
            await onAccountLinked(user, method, cancellationToken);
        }

        return new LinkAccountsResult.Ok(user, AccountsAlreadyLinked: false);
    }
}
