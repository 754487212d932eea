using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The recipe's flows.</summary>
internal sealed class ThirdPartyApi(
    IThirdPartyRecipe recipe,
    AuthFlow auth,
    SuperTokensAppInfo appInfo,
    ILogger<ThirdPartyApi> logger,
    IEmailVerificationRecipe? verification = null) : IThirdPartyApi
{
    private static readonly JsonDocumentOptions StateJson = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public async Task<AuthorisationUrlApiResult> GetAuthorisationUrlAsync(
        IThirdPartyProvider provider, string redirectUriOnProviderDashboard, ApiContext context, CancellationToken cancellationToken = default)
        => new AuthorisationUrlApiResult.Ok(await provider.GetAuthorisationRedirectUrlAsync(redirectUriOnProviderDashboard, context.TenantId, cancellationToken));

    public async Task<ThirdPartySignInUpApiResult> SignInUpAsync(ThirdPartyAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var provider = input.Provider;
        var tokens = await TokensOfAsync(input, cancellationToken);
        var found = await provider.GetUserInfoAsync(tokens, input.TenantId, cancellationToken);
        if (await EmailOfAsync(provider, found, input.TenantId, cancellationToken) is not { } email)
        {
            logger.NoAddress(provider.Id);
            return new ThirdPartySignInUpApiResult.NoEmailGivenByProvider();
        }

        var request = new AuthRequest(input.TenantId, input.Session, input.ShouldTryLinkingWithSessionUser);
        var account = new ThirdPartyAccount(provider.Id, found.ThirdPartyUserId);
        var existing = await auth.FindUserAsync(
            request, ThirdPartyRecipe.Id, new AccountInfo { ThirdParty = account }, (_, _) => Task.FromResult(true), cancellationToken);

        // What the provider does not know to be verified may have been verified here.
        var isVerified = email.IsVerified
            || (existing is not null && verification is not null && await verification.IsEmailVerifiedAsync(existing.LoginMethod.RecipeUserId, email.Id, cancellationToken));
        var attempt = new AuthAttempt(ThirdPartyRecipe.Id, new AccountInfo { Email = email.Id, ThirdParty = account }, [ThirdPartyRecipe.Id])
        {
            AuthenticatingUser = existing?.User,
            IsSignUp = existing is null,
            IsVerified = isVerified,
            SignInVerifiesLoginMethod = isVerified,
        };
        if (Refusal(await auth.CheckAsync(request, attempt, cancellationToken)) is { } refusal)
        {
            return NotAllowed(input, refusal);
        }

        var signInUp = new ThirdPartySignInUpInput
        {
            TenantId = input.TenantId,
            ThirdPartyId = provider.Id,
            ThirdPartyUserId = found.ThirdPartyUserId,
            Email = email.Id,
            IsVerified = isVerified,
            OAuthTokens = tokens,
            RawUserInfoFromProvider = found.RawUserInfoFromProvider,
            Session = input.Session,
            ShouldTryLinkingWithSessionUser = input.ShouldTryLinkingWithSessionUser,
        };
        switch (await recipe.SignInUpAsync(signInUp, cancellationToken))
        {
            case ThirdPartySignInUpResult.Ok ok:
                var session = await auth.CompleteAsync(context, request, ok.User, ok.RecipeUserId, cancellationToken);
                LogSignedIn(ok, provider.Id);
                return new ThirdPartySignInUpApiResult.Ok(ok.CreatedNewRecipeUser, ok.User, session, tokens, found.RawUserInfoFromProvider);
            case ThirdPartySignInUpResult.NotAllowed refused:
                return NotAllowed(input, refused.Reason);
            case ThirdPartySignInUpResult.LinkingToSessionUserFailed failed:
                return NotAllowed(input, ThirdPartyReasons.Of(failed.Reason));
            case var other:
                throw new InvalidOperationException($"{other?.GetType().Name ?? "null"} is no result of {nameof(IThirdPartyRecipe)}.");
        }
    }

    public Task<AppleRedirectApiResult> RedirectFromAppleAsync(
        IReadOnlyDictionary<string, string?> formPostInfoFromProvider, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(formPostInfoFromProvider);
        ArgumentNullException.ThrowIfNull(context);
        var page = PageOf(formPostInfoFromProvider.GetValueOrDefault("state"));

        // A code must not travel to a page that anybody could name.
        if (page is null || page.UserInfo.Length > 0 || page.GetLeftPart(UriPartial.Authority) != new Uri(appInfo.GetOrigin(context.HttpContext)).GetLeftPart(UriPartial.Authority))
        {
            throw new BadInputException("The state must hold a frontendRedirectURI of the website");
        }

        return Task.FromResult<AppleRedirectApiResult>(new AppleRedirectApiResult.Redirect(UrlQuery.Add(page, formPostInfoFromProvider)));
    }

    // FDI: the state is the frontend's own, JSON in base64.
    private static Uri? PageOf(string? state)
    {
        try
        {
            var json = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(state ?? "")), documentOptions: StateJson) as JsonObject;
            return Uri.TryCreate(UserInfoReader.Text(json, "frontendRedirectURI"), UriKind.Absolute, out var page) ? page : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? Refusal(AuthCheck check) => check switch
    {
        AuthCheck.SignUpNotAllowed => ThirdPartyReasons.SignUpNotAllowed,
        AuthCheck.SignInNotAllowed => ThirdPartyReasons.SignInNotAllowed,
        AuthCheck.LinkingToSessionUserFailed failed => ThirdPartyReasons.Of(failed.Reason),
        _ => null,
    };

    private static async Task<OAuthTokens> TokensOfAsync(ThirdPartyAuthInput input, CancellationToken cancellationToken)
        => input switch
        {
            { RedirectUriInfo: { } info } => await input.Provider.ExchangeAuthCodeForOAuthTokensAsync(info, input.TenantId, cancellationToken) with { AreFromProvider = true },
            { OAuthTokens: { } sent } => sent with { AreFromProvider = false },
            _ => throw new ArgumentException("Neither RedirectUriInfo nor OAuthTokens is set.", nameof(input)),
        };

    private static async Task<ThirdPartyEmail?> EmailOfAsync(IThirdPartyProvider provider, ThirdPartyUserInfo user, string tenantId, CancellationToken cancellationToken)
    {
        if (user.Email is not null || provider.Config.RequireEmail != false)
        {
            return user.Email;
        }

        // As recorded, what is made up needs no verification.
        var madeUp = provider.Config.GenerateFakeEmail is { } generate
            ? await generate(user.ThirdPartyUserId, tenantId, cancellationToken)
            : StandInEmail.Of(user.ThirdPartyUserId, provider.Id);
        return new ThirdPartyEmail(madeUp, IsVerified: true);
    }

    private ThirdPartySignInUpApiResult.NotAllowed NotAllowed(ThirdPartyAuthInput input, string reason)
    {
        logger.NotAllowed(input.Provider.Id, input.TenantId);
        return new ThirdPartySignInUpApiResult.NotAllowed(reason);
    }

    private void LogSignedIn(ThirdPartySignInUpResult.Ok ok, string providerId)
    {
        if (ok.CreatedNewRecipeUser)
        {
            logger.SignedUp(ok.RecipeUserId, providerId);
        }
        else
        {
            logger.SignedIn(ok.RecipeUserId, providerId);
        }
    }
}
