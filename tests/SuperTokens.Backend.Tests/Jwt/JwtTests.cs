using System.Buffers.Text;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Jwt;

public sealed class JwtTests
{
    [Theory]
    [InlineData("/auth/jwt/jwks.json")]
    [InlineData("/auth/public/jwt/jwks.json")]
    public async Task Public_keys_are_served_to_everyone_for_as_long_as_the_core_says(string path)
    {
        var core = new StubCore().Answer("GET /.well-known/jwks.json", _ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("""{"keys":[{"kty":"RSA","kid":"d-1","n":"AQAB","e":"AQAB","alg":"RS256","use":"sig","d":"private"}]}""", null, "application/json"),
            Headers = { { "Cache-Control", "max-age=604594, must-revalidate" } },
        });
        await using var app = await TestApp.StartAsync(core);

        using var response = await app.CreateClient().GetAsync(path);

        Assert.Equal("""{"keys":[{"kty":"RSA","kid":"d-1","n":"AQAB","e":"AQAB","alg":"RS256","use":"sig"}]}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("max-age=604594, must-revalidate", response.Headers.NonValidated["Cache-Control"].ToString());
        Assert.Equal("*", response.Header("access-control-allow-origin"));
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Keys_without_a_lifetime_are_kept_for_a_minute()
    {
        await using var app = await TestApp.StartAsync(new StubCore().Answer("GET /.well-known/jwks.json", """{"keys":[]}"""));

        using var response = await app.CreateClient().GetAsync("/auth/jwt/jwks.json");

        Assert.Equal(TimeSpan.FromMinutes(1), response.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task A_core_that_fails_is_a_server_error()
    {
        await using var app = await TestApp.StartAsync(new StubCore().Answer("GET /.well-known/jwks.json", """{"keys":null}"""));

        using var response = await app.CreateClient().GetAsync("/auth/jwt/jwks.json");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task A_JWT_is_asked_of_the_core_as_the_recordings_show()
    {
        var core = new StubCore().Answer("POST /recipe/jwt", """{"status":"OK","jwt":"a.b.c"}""");
        await using var app = await TestApp.StartAsync(core);

        var created = await app.Services.GetRequiredService<IJwtRecipe>().CreateJwtAsync(new JsonObject { ["claim"] = "x" }, TimeSpan.FromSeconds(100), useStaticSigningKey: false);

        Assert.Equal("a.b.c", Assert.IsType<CreateJwtResult.Ok>(created).Jwt);
        var call = Assert.Single(core.Calls);
        Assert.Equal("""{"payload":{"claim":"x"},"validity":100,"useStaticSigningKey":false,"algorithm":"RS256","jwksDomain":"http://localhost:4000"}""", call.Body);
        Assert.Equal("jwt", call.Headers["rid"]);
    }

    [Fact]
    public async Task Without_a_validity_a_JWT_is_valid_as_configured()
    {
        var core = new StubCore().Answer("POST /recipe/jwt", """{"status":"OK","jwt":"a.b.c"}""");
        await using var app = await TestApp.StartAsync(core, builder => builder.AddJwt(options => options.Validity = TimeSpan.FromHours(1)));

        await app.Services.GetRequiredService<IJwtRecipe>().CreateJwtAsync([]);

        Assert.Contains("\"validity\":3600", core.Calls[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"UNSUPPORTED_ALGORITHM_ERROR"}""", true)]
    [InlineData("""{"status":"NEW_STATUS"}""", false)]
    [InlineData("""{"status":"OK"}""", false)]
    public async Task Other_answers_are_an_outcome_or_a_failing_core(string answer, bool known)
    {
        await using var app = await TestApp.StartAsync(new StubCore().Answer("POST /recipe/jwt", answer));
        var recipe = app.Services.GetRequiredService<IJwtRecipe>();

        if (known)
        {
            Assert.IsType<CreateJwtResult.UnsupportedAlgorithm>(await recipe.CreateJwtAsync([]));
        }
        else
        {
            await Assert.ThrowsAsync<CoreException>(() => recipe.CreateJwtAsync([]));
        }
    }

    [Fact]
    public async Task A_JWT_is_signed_with_the_key_that_stays_unless_asked_otherwise()
    {
        await using var app = await SessionApp.StartAsync();
        var recipe = app.App.Services.GetRequiredService<IJwtRecipe>();

        var stays = Assert.IsType<CreateJwtResult.Ok>(await recipe.CreateJwtAsync(new JsonObject { ["a"] = 1 }));
        var replaced = Assert.IsType<CreateJwtResult.Ok>(await recipe.CreateJwtAsync([], useStaticSigningKey: false));

        Assert.StartsWith("s-", KeyId(stays.Jwt), StringComparison.Ordinal);
        Assert.StartsWith("d-", KeyId(replaced.Jwt), StringComparison.Ordinal);
    }

    private static string KeyId(string token) => (string)JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]))!["kid"]!;
}
