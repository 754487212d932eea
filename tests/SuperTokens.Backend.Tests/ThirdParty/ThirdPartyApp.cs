using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Testing;
using SuperTokens.Testing.LocalProvider;

namespace SuperTokens.Backend.Tests.ThirdParty;

/// <summary>An app with a provider that runs in this process, and a browser that goes back and forth between the two.</summary>
internal sealed class ThirdPartyApp : IAsyncDisposable
{
    public const string ProviderId = "local";
    public const string CallbackPage = "http://localhost:3000/auth/callback/local";

    private ThirdPartyApp(TestApp app, OpenIdProvider provider)
    {
        App = app;
        Provider = provider;
        provider.Time = app.Time;
        Client = app.CreateClient();
        Client.DefaultRequestHeaders.Add("st-auth-mode", "header");
    }

    public TestApp App { get; }

    public OpenIdProvider Provider { get; }

    public HttpClient Client { get; }

    /// <summary>Starts both.</summary>
    /// <param name="configure">Changes the provider's options, which are complete. Default: nothing.</param>
    /// <param name="setUp">Adds recipes and overrides. Default: none.</param>
    /// <param name="options">Changes all options. Default: nothing.</param>
    /// <param name="useRsa">Whether the provider signs with RS256 instead of ES256.</param>
    /// <returns>The running app.</returns>
    public static async Task<ThirdPartyApp> StartAsync(
        Action<ThirdPartyProviderOptions>? configure = null, Action<SuperTokensBuilder>? setUp = null, Action<ThirdPartyOptions>? options = null, bool useRsa = false)
    {
        var provider = await OpenIdProvider.StartAsync(useRsa);
        var app = await TestApp.StartAsync(builder =>
        {
            builder.AddThirdParty(all =>
            {
                var own = Local(provider);
                configure?.Invoke(own);
                all.Providers[ProviderId] = own;
                options?.Invoke(all);
            }).UseTestCore();
            setUp?.Invoke(builder);
        });
        return new ThirdPartyApp(app, provider);
    }

    public static ThirdPartyProviderOptions Local(OpenIdProvider provider) => new()
    {
        Name = "Local",
        ClientId = OpenIdProvider.ClientId,
        ClientSecret = OpenIdProvider.ClientSecret,
        Scope = { "openid", "email" },
        OidcDiscoveryEndpoint = provider.DiscoveryEndpoint,
    };

    public async Task<JsonNode> GetAuthorisationUrlAsync(string providerId = ProviderId)
    {
        using var answer = await Client.GetAsync($"/auth/authorisationurl?thirdPartyId={providerId}&redirectURIOnProviderDashboard={Uri.EscapeDataString(CallbackPage)}");
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Does what a browser does up to its return from the provider.</summary>
    /// <param name="userId">Who signs in there.</param>
    /// <param name="providerId">The provider.</param>
    /// <returns>The body of <c>POST /signinup</c>.</returns>
    public async Task<JsonObject> ComeBackAsync(string userId = "user-1", string providerId = ProviderId)
    {
        var redirect = await GetAuthorisationUrlAsync(providerId);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var sent = await browser.GetAsync($"{redirect["urlWithQueryParams"]}&state=the-state&login_hint={userId}");
        var query = HttpUtility.ParseQueryString(sent.Headers.Location!.Query);
        var info = new JsonObject
        {
            ["redirectURIOnProviderDashboard"] = CallbackPage,
            ["redirectURIQueryParams"] = new JsonObject { ["code"] = query["code"], ["state"] = query["state"] },
        };
        if (redirect["pkceCodeVerifier"] is { } verifier)
        {
            info["pkceCodeVerifier"] = verifier.DeepClone();
        }

        return new JsonObject { ["thirdPartyId"] = providerId, ["redirectURIInfo"] = info };
    }

    public async Task<HttpResponseMessage> SignInUpAsync(string userId = "user-1", string providerId = ProviderId)
        => await PostAsync(await ComeBackAsync(userId, providerId));

    public Task<HttpResponseMessage> PostAsync(JsonObject body) => Client.PostAsJsonAsync("/auth/signinup", body);

    public Task<HttpResponseMessage> PostTokensAsync(JsonObject tokens, string providerId = ProviderId)
        => PostAsync(new JsonObject { ["thirdPartyId"] = providerId, ["oAuthTokens"] = tokens.DeepClone() });

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public async Task<JsonNode> SignedInAsync(string userId = "user-1", string providerId = ProviderId)
    {
        using var answer = await SignInUpAsync(userId, providerId);
        var body = await ReadAsync(answer);
        Assert.Equal("OK", (string?)body["status"]);
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
