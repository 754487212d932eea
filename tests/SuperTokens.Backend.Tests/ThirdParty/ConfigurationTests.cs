using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.ThirdParty;

public sealed class ConfigurationTests
{
    [Fact]
    public void Providers_are_configured_by_their_ids()
    {
        var options = Bind(
            ("Providers:google:ClientId", "a"),
            ("Providers:google:ClientSecret", "b"),
            ("Providers:google:Scope:0", "openid"),
            ("Providers:google:Clients:ios:ClientId", "c"),
            ("Providers:google:Clients:ios:ForcePkce", "true"),
            ("Providers:apple:ClientId", "d"),
            ("Providers:apple:AdditionalConfig:keyId", "e"),
            ("Providers:acme:OidcDiscoveryEndpoint", "https://acme.example/.well-known/openid-configuration"),
            ("Providers:acme:UserInfoMap:FromUserInfoApi:UserId", "id"),
            ("Providers:acme:AuthorizationEndpointQueryParams:prompt", "login"),
            ("Providers:acme:IncludeInNonPublicTenantsByDefault", "true"),
            ("Providers:acme:RequireEmail", "false"),
            ("ProviderTimeout", "00:00:03"));

        Assert.Equal(["acme", "apple", "google"], options.Providers.Keys);
        Assert.Equal("b", options.Providers["google"].ClientSecret);
        Assert.Equal(["openid"], options.Providers["google"].Scope);
        Assert.True(options.Providers["google"].Clients["ios"].ForcePkce);
        Assert.Equal("e", options.Providers["apple"].AdditionalConfig["keyId"]);
        Assert.Equal("id", options.Providers["acme"].UserInfoMap.FromUserInfoApi.UserId);
        Assert.Equal("login", options.Providers["acme"].AuthorizationEndpointQueryParams["prompt"]);
        Assert.True(options.Providers["acme"].IncludeInNonPublicTenantsByDefault);
        Assert.False(options.Providers["acme"].RequireEmail);
        Assert.Equal(TimeSpan.FromSeconds(3), options.ProviderTimeout);
    }

    [Theory]
    [InlineData("google", "SuperTokens:ThirdParty:Providers:google:ClientId", "SuperTokens:ThirdParty:Providers:google:ClientSecret")]
    [InlineData("apple", "SuperTokens:ThirdParty:Providers:apple:ClientId", "SuperTokens:ThirdParty:Providers:apple:AdditionalConfig:keyId", "SuperTokens:ThirdParty:Providers:apple:AdditionalConfig:teamId", "SuperTokens:ThirdParty:Providers:apple:AdditionalConfig:privateKey")]
    [InlineData("okta", "SuperTokens:ThirdParty:Providers:okta:AdditionalConfig:oktaDomain")]
    [InlineData("active-directory", "SuperTokens:ThirdParty:Providers:active-directory:AdditionalConfig:directoryId")]
    [InlineData("boxy-saml", "SuperTokens:ThirdParty:Providers:boxy-saml:AdditionalConfig:boxyURL")]
    [InlineData("acme", "SuperTokens:ThirdParty:Providers:acme:AuthorizationEndpoint", "SuperTokens:ThirdParty:Providers:acme:TokenEndpoint", "SuperTokens:ThirdParty:Providers:acme:UserInfoEndpoint")]
    public async Task A_provider_without_its_secret_is_reported_at_start_by_name(string id, params string[] settings)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(id, new()));

        Assert.All(settings, setting => Assert.Contains(setting, exception.Message, StringComparison.Ordinal));
        Assert.Contains("SuperTokens__ThirdParty__Providers__" + id, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_that_lacks_its_secret_is_named()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("google", new() { Clients = { ["web"] = new() { ClientId = "x" } } }));

        Assert.Contains("SuperTokens:ThirdParty:Providers:google:Clients:web:ClientSecret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_a_provider_without_its_secret_is_left_out_with_a_warning()
    {
        await using var app = await StartAsync("github", new() { ClientId = "x" }, "Development");

        var methods = JsonNode.Parse(await app.CreateClient().GetStringAsync("/auth/loginmethods"))!;
        using var answer = await app.CreateClient().GetAsync("/auth/authorisationurl?thirdPartyId=github&redirectURIOnProviderDashboard=x");

        Assert.Equal("[]", methods["thirdParty"]!["providers"]!.ToJsonString());
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(app.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("SuperTokens:ThirdParty:Providers:github:ClientSecret is missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_public_client_needs_no_secret_but_PKCE()
    {
        await using var app = await StartAsync("github", new() { ClientId = "x", ForcePkce = true });

        var answer = JsonNode.Parse(await app.CreateClient().GetStringAsync("/auth/authorisationurl?thirdPartyId=github&redirectURIOnProviderDashboard=x"))!;

        Assert.NotNull(answer["pkceCodeVerifier"]);
    }

    [Fact]
    public async Task ID_tokens_are_not_read_without_knowing_who_issues_them()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("acme", new()
        {
            ClientId = "x",
            ClientSecret = "y",
            AuthorizationEndpoint = "https://acme.example/a",
            TokenEndpoint = "https://acme.example/t",
            JwksUri = "https://acme.example/k",
        }));

        Assert.Contains("SuperTokens:ThirdParty:Providers:acme:Issuer", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_that_is_none_is_refused_at_start()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestApp.StartAsync(builder => builder.AddThirdParty(options => options.ProviderTimeout = TimeSpan.Zero).UseTestCore()));

        Assert.Contains("SuperTokens:ThirdParty:ProviderTimeout", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_options_or_settings_show_a_secret_as_text()
    {
        var config = new ThirdPartyProviderConfig { ThirdPartyId = "google", ClientId = "x", ClientSecret = "the-secret" };

        Assert.Equal("google (any)", config.ToString());
        Assert.DoesNotContain("the-secret", new ThirdPartyProviderOptions { ClientSecret = "the-secret" }.ToString(), StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(string id, ThirdPartyProviderOptions provider, string environment = "Production")
        => TestApp.StartAsync(builder => builder.AddThirdParty(options => options.Providers[id] = provider).UseTestCore(), environment: environment);

    private static ThirdPartyOptions Bind(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("SuperTokens:ThirdParty:" + setting.Key, (string?)setting.Value)));
        builder.Services.AddSuperTokens(builder.Configuration.GetSection("SuperTokens")).AddThirdParty();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<ThirdPartyOptions>>().Value;
    }
}
