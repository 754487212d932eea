using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class MalformedTokenTests
{
    [Fact]
    public async Task What_is_no_access_token_is_unauthorised_and_keeps_the_tokens()
    {
        await using var app = await SessionApp.StartAsync();
        string[] tokens = ["garbage", "a.b.c", "...", "a.b.c.d", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ4IiwiZXhwIjo5OTk5OTk5OTk5fQ.c2ln", "", "%%%", "\"quoted\""];
        foreach (var (token, mode) in tokens.SelectMany(token => new[] { (token, "cookie"), (token, "header") }))
        {
            var frontend = app.CreateFrontend(mode);
            frontend.AccessToken = token;
            using (var response = await frontend.GetAsync("/sessioninfo"))
            {
                Assert.Empty(response.SetCookies());
                Assert.Null(response.Header("front-token"));
                await response.AssertUnauthorisedAsync();
            }

            await (await frontend.GetAsync("/authorized")).AssertUnauthorisedAsync();
            await (await frontend.PostAsync("/auth/signout")).AssertUnauthorisedAsync();
            await (await frontend.GetAsync("/sessioninfo-optional")).AssertAsync(HttpStatusCode.OK, "none");
        }

        Assert.Empty(app.Core.Calls);
    }

    [Fact]
    public async Task A_payload_or_header_of_another_shape_is_unauthorised()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        var (header, payload) = (Part(frontend.AccessToken!, 0), Part(frontend.AccessToken!, 1));
        string[] payloads =
        [
            "null", "[]", "\"text\"", "{", "{}", new string('[', 100), "{\"a\":" + new string('[', 100), payload.Insert(1, "\"sub\":\"evil\","),
            Without(payload, "sessionHandle"), Without(payload, "refreshTokenHash1"), Without(payload, "rsub"), Without(payload, "sub"), Without(payload, "exp"),
            With(payload, "exp", "soon"), With(payload, "exp", 1e300), With(payload, "exp", long.MaxValue), With(payload, "sub", 5), payload.Replace("\"sub\":\"user-1\"", "\"sub\":\"\\ud800\"", StringComparison.Ordinal), With(payload, "stt", 1), With(payload, "stt", "0"),
        ];
        string[] headers =
        [
            "null", "{}", Without(header, "kid"), Without(header, "version"), With(header, "version", "2"), With(header, "version", 5), With(header, "version", "x"), With(header, "version", "-5"), With(header, "typ", "jose"), With(header, "kid", 5), Without(header, "alg"),
        ];
        foreach (var token in payloads.Select(changed => Token(header, changed)).Concat(headers.Select(changed => Token(changed, payload))).Append(NotUtf8(header)))
        {
            frontend.AccessToken = token;
            await (await frontend.GetAsync("/sessioninfo")).AssertUnauthorisedAsync();
            await (await frontend.GetAsync("/sessioninfo-optional")).AssertAsync(HttpStatusCode.OK, "none");
        }
    }

    [Fact]
    public async Task A_token_the_core_did_not_sign_asks_for_a_refresh()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        var original = frontend.AccessToken!;
        var (header, payload) = (Part(original, 0), Part(original, 1));
        var signature = original[(original.LastIndexOf('.') + 1)..];
        using var foreignKey = RSA.Create(2048);
        using var jwks = await app.App.Server.CreateClient().GetAsync("/auth/jwt/jwks.json");
        var keys = (await jwks.JsonAsync())["keys"]!.AsArray();
        var otherKid = (string)keys.First(key => (string?)key!["kid"] != (string?)JsonNode.Parse(header)!["kid"])!["kid"]!;
        var modulus = Base64Url.DecodeFromChars((string)keys.First(key => (string?)key!["kid"] == (string?)JsonNode.Parse(header)!["kid"])!["n"]!);
        string[] tokens =
        [
            Input(header, With(payload, "sub", "someone-else")) + "." + signature,
            Input(header, payload) + ".",
            Input(header, payload) + ".!!",
            Input(header, payload) + "." + signature[..^4],
            Input(header, payload) + "." + signature + "AAAA",
            Input(With(header, "alg", "none"), payload) + ".",
            Input(With(header, "alg", "none"), payload) + "." + signature,
            Input(With(header, "alg", "RS512"), payload) + "." + signature,
            Hs256(Input(With(header, "alg", "HS256"), payload), modulus),
            Hs256(Input(header, payload), modulus),
            Rs256(Input(header, payload), foreignKey),
            Input(With(header, "kid", "d-unknown"), payload) + "." + signature,
            Input(With(header, "kid", otherKid), payload) + "." + signature,
        ];
        foreach (var token in tokens)
        {
            frontend.AccessToken = token;
            await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
            await (await frontend.GetAsync("/sessioninfo-optional")).AssertTryRefreshTokenAsync();
            await (await frontend.GetAsync("/authorized")).AssertTryRefreshTokenAsync();
        }

        frontend.AccessToken = original;
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
    }

    [Fact]
    public async Task A_JWT_of_the_JWT_recipe_is_no_session()
    {
        await using var app = await SessionApp.StartAsync();
        var jwt = app.App.Services.GetRequiredService<IJwtRecipe>();
        foreach (var isStatic in new[] { true, false })
        {
            var created = await jwt.CreateJwtAsync(new JsonObject { ["sub"] = "user-1", ["tId"] = "public", ["rsub"] = "user-1" }, useStaticSigningKey: isStatic);
            var frontend = app.CreateFrontend("header");
            frontend.AccessToken = Assert.IsType<CreateJwtResult.Ok>(created).Jwt;
            await (await frontend.GetAsync("/sessioninfo")).AssertUnauthorisedAsync();
        }
    }

    [Fact]
    public async Task A_JWT_of_the_JWT_recipe_is_no_session_even_with_a_sessions_claims()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync("header");
        var claims = JsonNode.Parse(With(Part(frontend.AccessToken!, 1), "sub", "someone-else"))!.AsObject();
        var created = await app.App.Services.GetRequiredService<IJwtRecipe>().CreateJwtAsync(claims, useStaticSigningKey: false);
        frontend.AccessToken = Assert.IsType<CreateJwtResult.Ok>(created).Jwt;

        await (await frontend.GetAsync("/sessioninfo")).AssertUnauthorisedAsync();
        await (await frontend.GetAsync("/check-db")).AssertUnauthorisedAsync();
    }

    [Fact]
    public async Task A_token_of_a_key_that_stays_is_refused_where_keys_are_replaced_and_the_other_way_round()
    {
        await using var app = await SessionApp.StartAsync();
        var settings = app.App.Services.GetRequiredService<SessionSettings>();
        var frontend = await app.SignInAsync();
        settings.Options.UseDynamicAccessTokenSigningKey = false;
        await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
        (await frontend.RefreshAsync()).AssertOk();
        Assert.StartsWith("s-", (string?)JsonNode.Parse(Part(frontend.AccessToken!, 0))!["kid"], StringComparison.Ordinal);
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
    }

    [Fact]
    public async Task A_garbage_token_does_not_hide_a_good_one()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        foreach (var (cookie, bearer) in new[] { ("garbage", frontend.AccessToken!), (frontend.AccessToken!, "eyJhbGciOiJIUzI1NiJ9.e30.c2ln") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sessioninfo");
            request.Headers.TryAddWithoutValidation("Cookie", $"sAccessToken={cookie}");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
            (await app.App.Server.CreateClient().SendAsync(request)).AssertOk();
        }
    }

    [Fact]
    public async Task Only_a_bearer_token_counts()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync("header");
        foreach (var authorization in new[] { frontend.AccessToken, $"bearer {frontend.AccessToken}", $"Basic {frontend.AccessToken}", "Bearer", "Bearer " })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sessioninfo");
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            await (await app.App.Server.CreateClient().SendAsync(request)).AssertUnauthorisedAsync();
        }
    }

    [Fact]
    public async Task Huge_and_broken_cookies_and_headers_are_no_server_error()
    {
        await using var app = await SessionApp.StartAsync();
        string[] cookies = [new('x', 100_000), string.Join("; ", Enumerable.Repeat("a=b", 10_000)), ";;;=;==;sAccessToken", "sAccessToken=" + new string('.', 50_000), "sAccessToken=%", "\u00ff\u00fe=\u00ff", "sAccessToken=" + new string('A', 50_000) + "." + new string('A', 50_000) + ".A"];
        foreach (var cookie in cookies)
        {
            foreach (var (method, path) in new[] { (HttpMethod.Get, "/sessioninfo"), (HttpMethod.Post, Frontend.Refresh) })
            {
                using var request = new HttpRequestMessage(method, path);
                request.Headers.TryAddWithoutValidation("Cookie", cookie);
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer ");
                request.Headers.TryAddWithoutValidation("anti-csrf", new string('y', 50_000));
                await (await app.App.Server.CreateClient().SendAsync(request)).AssertUnauthorisedAsync();
            }
        }
    }

    [Fact]
    public async Task Tokens_are_never_logged()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        string[] secrets = [frontend.AccessToken!, frontend.RefreshToken!];
        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.GetAsync("/check-db")).AssertOk();
        frontend.AccessToken += "x";
        await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();

        foreach (var secret in secrets.Append(frontend.AccessToken).Append(frontend.RefreshToken!))
        {
            Assert.DoesNotContain(app.App.Log.Lines, line => line.Contains(secret[..60], StringComparison.Ordinal));
        }
    }

    private static string Part(string token, int index) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[index]));

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static string Input(string header, string payload) => $"{Encode(header)}.{Encode(payload)}";

    private static string Token(string header, string payload) => Input(header, payload) + ".c2ln";

    private static string NotUtf8(string header) => $"{Encode(header)}.{Base64Url.EncodeToString([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])}.c2ln";

    private static string Hs256(string input, byte[] key) => $"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(input)))}";

    private static string Rs256(string input, RSA key)
        => $"{input}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";

    private static string With(string json, string name, JsonNode value)
    {
        var changed = JsonNode.Parse(json)!.AsObject();
        changed[name] = value;
        return changed.ToJsonString();
    }

    private static string Without(string json, string name)
    {
        var changed = JsonNode.Parse(json)!.AsObject();
        changed.Remove(name);
        return changed.ToJsonString();
    }
}
