using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.ThirdParty;

namespace SuperTokens.Backend.Tests.ThirdParty;

public sealed class OverrideTests
{
    [Fact]
    public async Task An_overridden_function_takes_effect_and_the_rest_runs_the_original()
    {
        await using var app = await ThirdPartyApp.StartAsync(setUp: builder => builder.Override<IThirdPartyRecipe, NobodyNew>());

        using var answer = await app.SignInUpAsync();

        Assert.Equal("""{"status":"SIGN_IN_UP_NOT_ALLOWED","reason":"Nobody new today."}""", (await ThirdPartyApp.ReadAsync(answer)).ToJsonString());
        Assert.False(answer.Headers.Contains("st-access-token"));
    }

    [Theory]
    [InlineData(EmailChangeRefusal.PrimaryUserConflict, "005")]
    [InlineData(EmailChangeRefusal.AccountTakeoverRisk, "024")]
    public async Task A_refused_change_of_address_has_the_protocol_s_code(EmailChangeRefusal refusal, string code)
    {
        await using var app = await ThirdPartyApp.StartAsync(setUp: builder => builder.Override<IThirdPartyRecipe>((original, _) => new KeepsAddress(original, refusal)));

        using var answer = await app.SignInUpAsync();

        Assert.Contains($"(ERR_CODE_{code})", (string?)(await ThirdPartyApp.ReadAsync(answer))["reason"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LinkingFailure.EmailVerificationRequired, "020")]
    [InlineData(LinkingFailure.AlreadyLinkedToAnotherUser, "021")]
    [InlineData(LinkingFailure.AccountInfoBelongsToAnotherUser, "022")]
    [InlineData(LinkingFailure.SessionUserAccountInfoBelongsToAnotherUser, "023")]
    public async Task A_failed_linking_has_the_protocol_s_code(LinkingFailure failure, string code)
    {
        await using var app = await ThirdPartyApp.StartAsync(setUp: builder => builder.Override<IThirdPartyRecipe>((original, _) => new CannotLink(original, failure)));

        using var answer = await app.SignInUpAsync();

        var body = await ThirdPartyApp.ReadAsync(answer);
        Assert.Equal("SIGN_IN_UP_NOT_ALLOWED", (string?)body["status"]);
        Assert.Equal($"Cannot sign in / up due to security reasons. Please contact support. (ERR_CODE_{code})", (string?)body["reason"]);
        Assert.False(answer.Headers.Contains("st-access-token"));
    }

    [Fact]
    public async Task A_provider_that_is_overridden_needs_no_settings_but_its_client_id()
    {
        await using var app = await ThirdPartyApp.StartAsync(setUp: builder => builder.AddThirdParty(options => options.Providers["own"] = new()
        {
            ClientId = "own-client",
            Override = original => new StaticProvider(original),
        }));
        var body = StaticProvider.Body;
        body["thirdPartyId"] = "own";

        using var answer = await app.PostAsync(body);

        Assert.Equal("OK", (string?)(await ThirdPartyApp.ReadAsync(answer))["status"]);
    }

    [Fact]
    public async Task An_overridden_API_takes_effect()
    {
        await using var app = await ThirdPartyApp.StartAsync(setUp: builder => builder.Override<IThirdPartyApi, Closed>());

        using var answer = await app.SignInUpAsync();

        Assert.Equal("""{"status":"GENERAL_ERROR","message":"Closed for today"}""", (await ThirdPartyApp.ReadAsync(answer)).ToJsonString());
    }

    [Fact]
    public async Task An_overridden_provider_takes_effect_and_sees_its_settings()
    {
        await using var app = await ThirdPartyApp.StartAsync(provider =>
        {
            provider.Override = original => new Prefixed(original);
            provider.ConfigureClient = (config, tenantId, _) => new(config with { Name = $"Local of {tenantId}" });
        });

        var body = await app.SignedInAsync();

        Assert.Equal("Local of public:user-1", (string?)body["user"]!["thirdParty"]![0]!["userId"]);
    }

    [Fact]
    public async Task A_provider_in_the_tenant_can_be_had_by_function()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        var recipe = app.App.Services.GetRequiredService<IThirdPartyRecipe>();

        var found = Assert.IsType<GetProviderResult.Ok>(await recipe.GetProviderAsync("public", "local"));
        var user = await found.Provider.GetUserInfoAsync(new OAuthTokens(app.Provider.IssueTokens("user-1")), "public");

        Assert.Equal(app.Provider.Address + "/token", found.Provider.Config.TokenEndpoint);
        Assert.Equal("user-1", user.ThirdPartyUserId);
        Assert.Equal("only-the-provider-knows-this-name", (string?)user.RawUserInfoFromProvider.FromUserInfoApi["nickname"]);
        Assert.IsType<GetProviderResult.UnknownProvider>(await recipe.GetProviderAsync("public", "none"));
        Assert.IsType<GetProviderResult.UnknownClientType>(await recipe.GetProviderAsync("public", "local", "web"));
    }

    private sealed class NobodyNew(IThirdPartyRecipe original) : DelegatingThirdPartyRecipe(original)
    {
        public override Task<ThirdPartySignInUpResult> SignInUpAsync(ThirdPartySignInUpInput input, CancellationToken cancellationToken = default)
            => Task.FromResult<ThirdPartySignInUpResult>(new ThirdPartySignInUpResult.NotAllowed("Nobody new today."));
    }

    private sealed class CannotLink(IThirdPartyRecipe original, LinkingFailure failure) : DelegatingThirdPartyRecipe(original)
    {
        public override Task<ThirdPartySignInUpResult> SignInUpAsync(ThirdPartySignInUpInput input, CancellationToken cancellationToken = default)
            => Task.FromResult<ThirdPartySignInUpResult>(new ThirdPartySignInUpResult.LinkingToSessionUserFailed(failure));
    }

    private sealed class KeepsAddress(IThirdPartyRecipe original, EmailChangeRefusal refusal) : DelegatingThirdPartyRecipe(original)
    {
        public override Task<CreateOrUpdateUserResult> ManuallyCreateOrUpdateUserAsync(
            string tenantId,
            string thirdPartyId,
            string thirdPartyUserId,
            string email,
            bool isVerified,
            SessionContainer? session = null,
            bool? shouldTryLinkingWithSessionUser = null,
            CancellationToken cancellationToken = default)
            => Task.FromResult<CreateOrUpdateUserResult>(new CreateOrUpdateUserResult.EmailChangeNotAllowed(refusal));
    }

    private sealed class Closed(IThirdPartyApi original) : DelegatingThirdPartyApi(original)
    {
        public override Task<ThirdPartySignInUpApiResult> SignInUpAsync(ThirdPartyAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<ThirdPartySignInUpApiResult>(new ThirdPartySignInUpApiResult.GeneralError("Closed for today"));
    }

    private sealed class Prefixed(IThirdPartyProvider original) : DelegatingThirdPartyProvider(original)
    {
        public override async Task<ThirdPartyUserInfo> GetUserInfoAsync(OAuthTokens oAuthTokens, string tenantId, CancellationToken cancellationToken = default)
        {
            var user = await base.GetUserInfoAsync(oAuthTokens, tenantId, cancellationToken);
            return user with { ThirdPartyUserId = $"{Config.Name}:{user.ThirdPartyUserId}" };
        }
    }
}
