using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>An application with SAML, and a browser that follows no redirect by itself.</summary>
internal sealed class SamlApp : IAsyncDisposable
{
    private SamlApp(TestApp app, SamlCore core)
    {
        App = app;
        Core = core;
        Browser = app.CreateClient();
    }

    public TestApp App { get; }

    public SamlCore Core { get; }

    public HttpClient Browser { get; }

    public ISamlRecipe Recipe => App.Services.GetRequiredService<ISamlRecipe>();

    /// <summary>Starts an application whose core does SAML and nothing else.</summary>
    /// <param name="setUp">Adds recipes and overrides. Default: none.</param>
    /// <param name="apiDomain">The API's domain.</param>
    /// <returns>The running application.</returns>
    public static async Task<SamlApp> StartAsync(Action<SuperTokensBuilder>? setUp = null, string apiDomain = "http://localhost:4000")
    {
        var core = new SamlCore();
        var app = await TestApp.StartAsync(
            core.Stub,
            builder =>
            {
                builder.AddSaml();
                setUp?.Invoke(builder);
            },
            options => options.AppInfo.ApiDomain = apiDomain);
        return new SamlApp(app, core);
    }

    public Task<HttpResponseMessage> LoginAsync(string redirectUri = SamlCore.CallbackPage, string clientId = SamlCore.ClientId, string? state = "the-state", string tenant = "/public")
        => Browser.GetAsync($"/auth{tenant}/saml/login?client_id={Uri.EscapeDataString(clientId)}&redirect_uri={Uri.EscapeDataString(redirectUri)}{(state is null ? "" : $"&state={Uri.EscapeDataString(state)}")}");

    public async Task<HttpResponseMessage> PostAsync(string? samlResponse, string? relayState, string tenant = "/public")
    {
        var fields = new Dictionary<string, string>();
        if (samlResponse is not null)
        {
            fields["SAMLResponse"] = samlResponse;
        }

        if (relayState is not null)
        {
            fields["RelayState"] = relayState;
        }

        using var form = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/auth{tenant}/saml/callback") { Content = form };

        // The page that posts is the identity provider's.
        request.Headers.Add("Origin", "https://idp.example");
        return await Browser.SendAsync(request);
    }

    /// <summary>Does what a browser does up to the post of the identity provider.</summary>
    /// <returns>The <c>RelayState</c>.</returns>
    public async Task<string> BeginAsync()
    {
        using var sent = await LoginAsync();
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        return SamlCore.RelayStateOf(sent.Headers.Location!);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await App.DisposeAsync();
    }
}
