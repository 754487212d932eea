using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Testing;
using SuperTokens.Testing.LocalProvider;

namespace SuperTokens.Backend.Tests.ThirdParty;

public sealed class AppleTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task The_form_is_passed_on_to_the_page_of_the_website_that_the_state_names()
    {
        await using var app = await StartAsync();

        using var answer = await PostFormAsync(app, State("http://localhost:3000/auth/callback/apple?a=1"), ("code", "the code"), ("user", """{"name":{"firstName":"Ann"}}"""));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = answer.Headers.Location!;
        Assert.Equal("http://localhost:3000/auth/callback/apple", page.GetLeftPart(UriPartial.Path));
        var query = HttpUtility.ParseQueryString(page.Query);
        Assert.Equal("1", query["a"]);
        Assert.Equal("the code", query["code"]);
        Assert.Equal(State("http://localhost:3000/auth/callback/apple?a=1"), query["state"]);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/auth/callback/apple")]
    [InlineData("http://localhost:3000.evil.example/")]
    [InlineData("http://localhost:3000@evil.example/")]
    [InlineData("http://user:password@localhost:3000/")]
    [InlineData("https://localhost:3000/")]
    [InlineData("http://localhost:3001/")]
    [InlineData("http://localhost/")]
    [InlineData("//evil.example/")]
    [InlineData("/auth/callback/apple")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http:\\\\evil.example")]
    [InlineData("")]
    public async Task Redirects_go_only_to_the_website_s_origin(string page)
    {
        await using var app = await StartAsync();

        using var answer = await PostFormAsync(app, State(page), ("code", "the code"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("http://localhost:3000/\u00e4?\u00f6=\u00fc#\u4e2d", "http://localhost:3000/%C3%A4?%C3%B6=%C3%BC&state=S&code=the+code#%E4%B8%AD")]
    [InlineData("http://localhost:3000/a\r\nX-Evil: 1", "http://localhost:3000/a%0D%0AX-Evil:%201?state=S&code=the+code")]
    public async Task A_page_with_letters_that_no_header_takes_is_escaped(string page, string location)
    {
        await using var app = await StartAsync();

        using var answer = await PostFormAsync(app, State(page), ("code", "the code"));

        Assert.Equal(location.Replace("=S&", $"={Uri.EscapeDataString(State(page))}&", StringComparison.Ordinal), answer.Headers.GetValues("Location").Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    [InlineData("eyJmcm9udGVuZFJlZGlyZWN0VVJJIjo1fQ==")]
    [InlineData("/////w==")]
    public async Task A_state_that_is_none_is_a_400(string state)
    {
        await using var app = await StartAsync();

        using var answer = await PostFormAsync(app, state, ("code", "the code"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_with_a_field_twice_is_a_400()
    {
        await using var app = await StartAsync();

        using var answer = await PostFormAsync(app, State("http://localhost:3000/"), ("code", "1"), ("code", "2"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_secret_is_signed_with_the_key_of_the_settings_for_each_request()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        var seen = new SeenUser();
        await using var app = await TestApp.StartAsync(builder =>
        {
            builder.AddThirdParty(options => options.Providers[BuiltInProviders.Apple] = Apple(provider.DiscoveryEndpoint)).UseTestCore();
            builder.Override<IThirdPartyApi>((original, _) => new Watching(original, seen));
        });
        provider.Time = app.Time;

        // Apple's token endpoint looks at the signature; this provider only at a fixed secret, so it gives no token.
        using var refused = await app.CreateClient().PostAsync("/auth/signinup", Json(Body("some-code")));

        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        var parts = provider.LastTokenRequest["client_secret"].Split('.');
        Assert.True(_key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256));
        Assert.Equal("""{"alg":"ES256","kid":"the-key","typ":"JWT"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        Assert.Equal("the-team", (string?)claims["iss"]);
        Assert.Equal("https://appleid.apple.com", (string?)claims["aud"]);
        Assert.Equal(OpenIdProvider.ClientId, (string?)claims["sub"]);
        Assert.Equal(app.Time.GetUtcNow().ToUnixTimeSeconds(), (long)claims["iat"]!);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("PRIVATE KEY", StringComparison.Ordinal) || line.Contains(parts[2], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_name_that_comes_beside_the_code_reaches_overrides_and_no_one_else()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        var seen = new SeenUser();
        await using var app = await TestApp.StartAsync(builder =>
        {
            var apple = Apple(provider.DiscoveryEndpoint);
            apple.ClientSecret = OpenIdProvider.ClientSecret;
            builder.AddThirdParty(options => options.Providers[BuiltInProviders.Apple] = apple).UseTestCore();
            builder.Override<IThirdPartyApi>((original, _) => new Watching(original, seen));
        });
        provider.Time = app.Time;
        var tokens = provider.IssueTokens("user-1");
        tokens["user"] = new JsonObject { ["name"] = "Ann", ["sub"] = "somebody-else" };

        using var answer = await app.CreateClient().PostAsync("/auth/signinup", Json(new JsonObject { ["thirdPartyId"] = "apple", ["oAuthTokens"] = tokens }));

        var body = await ThirdPartyApp.ReadAsync(answer);
        Assert.Equal("user-1", (string?)body["user"]!["thirdParty"]![0]!["userId"]);
        Assert.DoesNotContain("Ann", body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Ann", (string?)seen.Raw!.FromIdTokenPayload["user"]!["name"]);
    }

    [Fact]
    public async Task People_are_sent_to_Apple_with_a_form_for_the_way_back()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var app = await TestApp.StartAsync(builder => builder.AddThirdParty(options => options.Providers["apple"] = Apple(provider.DiscoveryEndpoint)).UseTestCore());

        var answer = JsonNode.Parse(await app.CreateClient().GetStringAsync("/auth/authorisationurl?thirdPartyId=apple&redirectURIOnProviderDashboard=http%3A%2F%2Flocalhost%3A4000%2Fauth%2Fcallback%2Fapple"))!;

        var query = HttpUtility.ParseQueryString(new Uri((string)answer["urlWithQueryParams"]!).Query);
        Assert.Equal("form_post", query["response_mode"]);
        Assert.Equal("openid email", query["scope"]);
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(builder => builder.AddThirdParty().UseTestCore());

    private static string State(string page) => Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject { ["frontendRedirectURI"] = page }.ToJsonString()));

    private static async Task<HttpResponseMessage> PostFormAsync(TestApp app, string state, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("state", state), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var client = app.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", "https://appleid.apple.com");
        return await client.PostAsync(new Uri("http://localhost:4000/auth/callback/apple"), form);
    }

    private static JsonObject Body(string code) => new()
    {
        ["thirdPartyId"] = "apple",
        ["redirectURIInfo"] = new JsonObject { ["redirectURIOnProviderDashboard"] = "x", ["redirectURIQueryParams"] = new JsonObject { ["code"] = code } },
    };

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private ThirdPartyProviderOptions Apple(string discoveryEndpoint) => new()
    {
        ClientId = OpenIdProvider.ClientId,
        OidcDiscoveryEndpoint = discoveryEndpoint,
        AdditionalConfig =
        {
            ["keyId"] = "the-key",
            ["teamId"] = "the-team",
            ["privateKey"] = _key.ExportPkcs8PrivateKeyPem().Replace("\n", "\\n", StringComparison.Ordinal),
        },
    };

    private sealed class SeenUser
    {
        public RawUserInfo? Raw { get; set; }
    }

    private sealed class Watching(IThirdPartyApi original, SeenUser seen) : DelegatingThirdPartyApi(original)
    {
        public override async Task<ThirdPartySignInUpApiResult> SignInUpAsync(ThirdPartyAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        {
            var result = await base.SignInUpAsync(input, context, cancellationToken);
            seen.Raw = (result as ThirdPartySignInUpApiResult.Ok)?.RawUserInfoFromProvider;
            return result;
        }
    }
}
