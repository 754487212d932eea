using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using static SuperTokens.Backend.Recipes.Saml.SamlCore;

namespace SuperTokens.Backend.Recipes.Saml;

public sealed class SamlOverrideTests
{
    private const string Closed = """{"status":"GENERAL_ERROR","message":"Closed today"}""";

    [Fact]
    public async Task Overridden_API_answers_every_endpoint()
    {
        await using var app = await SamlApp.StartAsync(builder => builder.Override<ISamlApi, ClosedApi>());

        using var login = await app.LoginAsync();
        using var callback = await app.PostAsync(InBase64(GoodResponse), "x");

        Assert.Equal((Closed, Closed), (await login.Content.ReadAsStringAsync(), await callback.Content.ReadAsStringAsync()));
        Assert.Empty(app.Core.Stub.Calls);
    }

    [Fact]
    public async Task Overridden_recipe_decides_for_the_endpoints()
    {
        await using var app = await SamlApp.StartAsync(builder => builder.Override<ISamlRecipe, OwnRecipe>());

        using var login = await app.LoginAsync();
        using var callback = await app.PostAsync(InBase64(GoodResponse), "x");

        Assert.Equal("https://other.example/", login.Header("Location"));
        Assert.Equal("""{"status":"INVALID_RELAY_STATE_ERROR"}""", await callback.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task One_method_is_changed_and_the_others_are_the_original_s()
    {
        await using var app = await SamlApp.StartAsync(builder => builder.Override<ISamlRecipe, OwnRecipe>());
        app.Core.Stub.Answer("POST /public/recipe/saml/clients/remove", """{"status":"OK","didExist":true}""");

        Assert.Empty(await app.Recipe.ListClientsAsync("public"));
        Assert.True((await app.Recipe.RemoveClientAsync("public", "x")).DidExist);
        Assert.IsType<GetSamlUserInfoResult.InvalidToken>(await app.Recipe.GetUserInfoAsync("public", "x", ClientId));
    }

    [Fact]
    public async Task Adding_the_recipe_twice_serves_its_endpoints_once()
    {
        await using var app = await SamlApp.StartAsync(builder => builder.AddSaml());

        Assert.Single(app.App.Services.GetServices<ISamlRecipe>());
        using var login = await app.LoginAsync();
        Assert.NotNull(login.Header("Location"));
    }

    private sealed class ClosedApi(ISamlApi inner) : DelegatingSamlApi(inner)
    {
        private const string Message = "Closed today";

        public override Task<SamlLoginApiResult> LoginAsync(string clientId, string redirectUri, string? state, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<SamlLoginApiResult>(new SamlLoginApiResult.GeneralError(Message));

        public override Task<SamlCallbackApiResult> CallbackAsync(string samlResponse, string? relayState, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<SamlCallbackApiResult>(new SamlCallbackApiResult.GeneralError(Message));
    }

    private sealed class OwnRecipe(ISamlRecipe inner) : DelegatingSamlRecipe(inner)
    {
        public override Task<ImmutableArray<SamlClient>> ListClientsAsync(string tenantId, CancellationToken cancellationToken = default)
            => Task.FromResult<ImmutableArray<SamlClient>>([]);

        public override Task<CreateSamlLoginRequestResult> CreateLoginRequestAsync(
            string tenantId, string clientId, string redirectUri, string acsUrl, string? state = null, CancellationToken cancellationToken = default)
            => Task.FromResult<CreateSamlLoginRequestResult>(new CreateSamlLoginRequestResult.Ok("https://other.example/"));

        public override Task<VerifySamlResponseResult> VerifySamlResponseAsync(
            string tenantId, string samlResponse, string? relayState = null, CancellationToken cancellationToken = default)
            => Task.FromResult<VerifySamlResponseResult>(new VerifySamlResponseResult.InvalidRelayState());
    }
}
