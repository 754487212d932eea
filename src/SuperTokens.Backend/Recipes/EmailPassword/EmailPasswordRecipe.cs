using System.Diagnostics;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Does the recipe's operations in the core.</summary>
/// <param name="core">The core.</param>
/// <param name="forms">The rule for passwords.</param>
/// <param name="linking">Links the login method that signed up or in.</param>
/// <param name="emailUpdates">The rule for a change of address.</param>
/// <param name="audit">Told of changes.</param>
/// <param name="outermost">The recipe with all overrides, so that sign-up and sign-in go through an overridden step.</param>
internal sealed class EmailPasswordRecipe(
    ICoreClient core, FormRules forms, AuthLinking linking, EmailUpdates emailUpdates, AuditTrail audit, Lazy<IEmailPasswordRecipe> outermost) : IEmailPasswordRecipe
{
    public const string Id = "emailpassword";

    public async Task<SignUpResult> SignUpAsync(
        string tenantId, string email, string password, SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default)
    {
        if (await outermost.Value.CreateNewRecipeUserAsync(tenantId, email, password, cancellationToken) is not CreateRecipeUserResult.Ok created)
        {
            return new SignUpResult.EmailAlreadyExists();
        }

        return await linking.LinkAsync(tenantId, created.User, created.RecipeUserId, session, shouldTryLinkingWithSessionUser, cancellationToken) switch
        {
            AuthLinkingResult.Ok linked => new SignUpResult.Ok(linked.User, created.RecipeUserId),
            AuthLinkingResult.LinkingToSessionUserFailed failed => new SignUpResult.LinkingToSessionUserFailed(failed.Reason),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<CreateRecipeUserResult> CreateNewRecipeUserAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default)
    {
        var request = Post(tenantId, "/recipe/signup", email, password);
        var answer = await core.SendAsync(request, EmailPasswordJsonContext.Default.CoreAuthAnswer, cancellationToken);
        return answer switch
        {
            { Status: "OK", User: { } user, RecipeUserId: { } id } => new CreateRecipeUserResult.Ok(user.ToUser(), new RecipeUserId(id)),
            { Status: "EMAIL_ALREADY_EXISTS_ERROR" } => new CreateRecipeUserResult.EmailAlreadyExists(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<SignInResult> SignInAsync(
        string tenantId, string email, string password, SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default)
    {
        if (await outermost.Value.VerifyCredentialsAsync(tenantId, email, password, cancellationToken) is not VerifyCredentialsResult.Ok verified)
        {
            return new SignInResult.WrongCredentials();
        }

        return await linking.LinkAsync(tenantId, verified.User, verified.RecipeUserId, session, shouldTryLinkingWithSessionUser, cancellationToken) switch
        {
            AuthLinkingResult.Ok linked => new SignInResult.Ok(linked.User, verified.RecipeUserId),
            AuthLinkingResult.LinkingToSessionUserFailed failed => new SignInResult.LinkingToSessionUserFailed(failed.Reason),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<VerifyCredentialsResult> VerifyCredentialsAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default)
    {
        var request = Post(tenantId, "/recipe/signin", email, password);
        var answer = await core.SendAsync(request, EmailPasswordJsonContext.Default.CoreAuthAnswer, cancellationToken);
        return answer switch
        {
            { Status: "OK", User: { } user, RecipeUserId: { } id } => new VerifyCredentialsResult.Ok(user.ToUser(), new RecipeUserId(id)),
            { Status: "WRONG_CREDENTIALS_ERROR" } => new VerifyCredentialsResult.WrongCredentials(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<CreateResetPasswordTokenResult> CreateResetPasswordTokenAsync(string tenantId, string userId, string email, CancellationToken cancellationToken = default)
    {
        var request = CoreRequest.Post(
            CorePath.Tenant(tenantId, "/recipe/user/password/reset/token"),
            new CoreResetTokenRequest(userId, email),
            EmailPasswordJsonContext.Default.CoreResetTokenRequest) with { RecipeId = Id };
        var answer = await core.SendAsync(request, EmailPasswordJsonContext.Default.CoreResetTokenAnswer, cancellationToken);
        return answer switch
        {
            { Status: "OK", Token: { } token } => new CreateResetPasswordTokenResult.Ok(token),
            { Status: "UNKNOWN_USER_ID_ERROR" } => new CreateResetPasswordTokenResult.UnknownUserId(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<ConsumePasswordResetTokenResult> ConsumePasswordResetTokenAsync(string tenantId, string token, CancellationToken cancellationToken = default)
    {
        var request = CoreRequest.Post(
            CorePath.Tenant(tenantId, "/recipe/user/password/reset/token/consume"),
            new CoreResetTokenUse(token),
            EmailPasswordJsonContext.Default.CoreResetTokenUse) with { RecipeId = Id };
        var answer = await core.SendAsync(request, EmailPasswordJsonContext.Default.CoreResetTokenUseAnswer, cancellationToken);
        return answer switch
        {
            { Status: "OK", UserId: { } userId, Email: { } email } => new ConsumePasswordResetTokenResult.Ok(userId, email),
            { Status: "RESET_PASSWORD_INVALID_TOKEN_ERROR" } => new ConsumePasswordResetTokenResult.InvalidToken(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<UpdateEmailOrPasswordResult> UpdateEmailOrPasswordAsync(UpdateEmailOrPasswordInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        User? user = null;
        if (input.Email is { } newEmail)
        {
            (user, var refusal) = await emailUpdates.CheckAsync(input.RecipeUserId, newEmail, cancellationToken);
            if (user is null || refusal is not null)
            {
                return refusal is null ? new UpdateEmailOrPasswordResult.UnknownUserId() : new UpdateEmailOrPasswordResult.EmailChangeNotAllowed(refusal);
            }
        }

        if (input is { Password: { } password, ApplyPasswordPolicy: true }
            && await forms.CheckPasswordAsync(password, input.TenantIdForPasswordPolicy, cancellationToken) is { } failure)
        {
            return new UpdateEmailOrPasswordResult.PasswordPolicyViolated(failure);
        }

        var request = CoreRequest.Put(
            CorePath.App("/recipe/user"),
            new CoreUserUpdate(input.RecipeUserId.Value, input.Email, input.Password),
            EmailPasswordJsonContext.Default.CoreUserUpdate) with { RecipeId = Id };
        var answer = await core.SendAsync(request, EmailPasswordJsonContext.Default.CoreUserUpdateAnswer, cancellationToken);
        switch (answer.Status)
        {
            case "OK":
                Report(input);
                if (user is { IsPrimaryUser: true })
                {
                    await emailUpdates.VerifyAsync(input.RecipeUserId, cancellationToken);
                }

                return new UpdateEmailOrPasswordResult.Ok();
            case "UNKNOWN_USER_ID_ERROR":
                return new UpdateEmailOrPasswordResult.UnknownUserId();
            case "EMAIL_ALREADY_EXISTS_ERROR":
                return new UpdateEmailOrPasswordResult.EmailAlreadyExists();
            case "EMAIL_CHANGE_NOT_ALLOWED_ERROR":
                return new UpdateEmailOrPasswordResult.EmailChangeNotAllowed(answer.Reason ?? "The core does not allow it.");
            default:
                throw UnexpectedCoreAnswer.To(request);
        }
    }

    private void Report(UpdateEmailOrPasswordInput input)
    {
        if (input.Password is not null)
        {
            audit.Report(new AuditEvent.PasswordChanged { RecipeId = Id, RecipeUserId = input.RecipeUserId.Value });
        }

        if (input.Email is not null)
        {
            audit.Report(new AuditEvent.ContactChanged { RecipeId = Id, RecipeUserId = input.RecipeUserId.Value });
        }
    }

    private static CoreRequest Post(string tenantId, string path, string email, string password)
        => CoreRequest.Post(CorePath.Tenant(tenantId, path), new CoreCredentials(email, password), EmailPasswordJsonContext.Default.CoreCredentials) with { RecipeId = Id };
}
