using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.OpenId;

public sealed class OpenIdTests
{
    private const string Path = "/.well-known/openid-configuration";

    [Fact]
    public async Task The_discovery_document_is_the_recorded_one()
    {
        await using var app = await TestApp.StartAsync(new StubCore());

        using var response = await app.CreateClient().GetAsync("/auth" + Path);

        Assert.Equal("*", response.Header("access-control-allow-origin"));
        await response.AssertAsync(
            HttpStatusCode.OK,
            """{"issuer":"http://localhost:4000/auth","jwks_uri":"http://localhost:4000/auth/jwt/jwks.json","authorization_endpoint":"http://localhost:4000/auth/oauth/auth","token_endpoint":"http://localhost:4000/auth/oauth/token","userinfo_endpoint":"http://localhost:4000/auth/oauth/userinfo","revocation_endpoint":"http://localhost:4000/auth/oauth/revoke","token_introspection_endpoint":"http://localhost:4000/auth/oauth/introspect","end_session_endpoint":"http://localhost:4000/auth/oauth/end_session","subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],"response_types_supported":["code","id_token","id_token token"]}""");
    }

    [Fact]
    public async Task A_gateways_path_is_part_of_the_addresses()
    {
        await using var app = await TestApp.StartAsync(new StubCore(), configure: options => (options.AppInfo.ApiBasePath, options.AppInfo.ApiGatewayPath) = ("/", "/gw"));

        using var response = await app.CreateClient().GetAsync(Path);

        var document = await response.JsonAsync();
        Assert.Equal("http://localhost:4000/gw", (string?)document["issuer"]);
        Assert.Equal("http://localhost:4000/gw/jwt/jwks.json", (string?)document["jwks_uri"]);
    }

    [Fact]
    public async Task A_JWT_names_this_API_as_its_issuer_unless_it_names_another()
    {
        var core = new StubCore().Answer("POST /recipe/jwt", """{"status":"OK","jwt":"a.b.c"}""");
        await using var app = await TestApp.StartAsync(core);
        var recipe = app.Services.GetRequiredService<IOpenIdRecipe>();

        await recipe.CreateJwtAsync(new JsonObject { ["claim"] = "x" });
        await recipe.CreateJwtAsync(new JsonObject { ["iss"] = "me" });

        Assert.StartsWith("""{"payload":{"iss":"http://localhost:4000/auth","claim":"x"},"validity":3153600000,"useStaticSigningKey":true,""", core.Calls[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("""{"payload":{"iss":"me"},""", core.Calls[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_override_of_the_endpoint_takes_effect()
    {
        await using var app = await TestApp.StartAsync(new StubCore(), builder => builder.Override<IOpenIdApi, Api>());

        using var response = await app.CreateClient().GetAsync("/auth" + Path);

        Assert.Equal("https://elsewhere.example.com", (string?)(await response.JsonAsync())["issuer"]);
    }

    private sealed class Api(IOpenIdApi inner) : DelegatingOpenIdApi(inner)
    {
        public override async ValueTask<OpenIdDiscoveryConfiguration> GetOpenIdDiscoveryConfigurationGetAsync(ApiContext context, CancellationToken cancellationToken = default)
            => await base.GetOpenIdDiscoveryConfigurationGetAsync(context, cancellationToken) with { Issuer = "https://elsewhere.example.com" };
    }
}
