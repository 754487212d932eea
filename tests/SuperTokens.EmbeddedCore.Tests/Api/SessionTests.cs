using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class SessionTests : IDisposable
{
    private readonly TestCore _core = new();

    [Fact]
    public async Task Tokens_form_a_chain_of_hashes()
    {
        var created = await _core.CreateSessionAsync();
        var first = (string)created["refreshToken"]!["token"]!;
        Assert.Equal((Hash(first), null), HashesIn(created));

        var refreshed = await _core.RefreshAsync(first);
        var second = (string)refreshed["refreshToken"]!["token"]!;
        Assert.Equal((Hash(second), Hash(first)), HashesIn(refreshed));

        // Using the new access token proves that the client has it: it becomes the parent, and the token no longer names one.
        var verified = await _core.VerifyAsync((string)refreshed["accessToken"]!["token"]!);
        Assert.Equal((Hash(second), null), HashesIn(verified));
    }

    [Fact]
    public async Task A_refresh_token_used_after_its_child_was_used_is_theft_and_a_lost_answer_is_not()
    {
        var first = (string)(await _core.CreateSessionAsync())["refreshToken"]!["token"]!;
        await _core.RefreshAsync(first);
        var second = (string)(await _core.RefreshAsync(first))["refreshToken"]!["token"]!;
        Assert.Equal("OK", (string?)(await _core.RefreshAsync(second))["status"]);

        var theft = await _core.RefreshAsync(first);
        Assert.Equal("TOKEN_THEFT_DETECTED", (string?)theft["status"]);
        Assert.Equal("user", (string?)theft["session"]!["userId"]);
    }

    [Fact]
    public async Task A_token_signed_by_another_key_under_a_known_key_id_is_refused()
    {
        var token = (string)(await _core.CreateSessionAsync())["accessToken"]!["token"]!;
        var parts = token.Split('.');
        using var foreign = RSA.Create(2048);
        var signature = foreign.SignData(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        await AssertTryRefreshAsync($"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(signature)}");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task A_token_that_names_another_algorithm_is_refused(string algorithm)
    {
        var token = (string)(await _core.CreateSessionAsync())["accessToken"]!["token"]!;
        var parts = token.Split('.');
        var header = JsonNode.Parse(Base64UrlEncoder.Decode(parts[0]))!;
        header["alg"] = algorithm;
        await AssertTryRefreshAsync($"{Base64UrlEncoder.Encode(header.ToJsonString())}.{parts[1]}.{(algorithm == "none" ? "" : parts[2])}");
    }

    [Fact]
    public async Task A_token_of_the_JWT_recipe_is_no_session()
    {
        var jwt = (string)(await _core.PostAsync("/recipe/jwt", new JsonObject
        {
            ["payload"] = new JsonObject { ["sub"] = "user" }, ["jwksDomain"] = "http://localhost", ["algorithm"] = "RS256", ["validity"] = 60,
        }))["jwt"]!;
        await AssertTryRefreshAsync(jwt);
    }

    [Fact]
    public async Task A_removed_session_is_found_out_where_the_database_is_asked()
    {
        var created = await _core.CreateSessionAsync();
        var token = (string)created["accessToken"]!["token"]!;
        await _core.PostAsync("/recipe/session/remove", new JsonObject { ["userId"] = "user" });
        Assert.Equal("OK", (string?)(await _core.VerifyAsync(token))["status"]);
        Assert.Equal("UNAUTHORISED", (string?)(await _core.VerifyAsync(token, checkDatabase: true))["status"]);
        Assert.Equal("UNAUTHORISED", (string?)(await _core.RefreshAsync((string)created["refreshToken"]!["token"]!))["status"]);
    }

    [Fact]
    public async Task Access_and_refresh_tokens_expire_when_the_settings_say()
    {
        var created = await _core.CreateSessionAsync();
        _core.Time.Advance(TimeSpan.FromSeconds(3601));
        Assert.Equal("Access token expired", (string?)(await _core.VerifyAsync((string)created["accessToken"]!["token"]!))["message"]);

        var refreshToken = (string)created["refreshToken"]!["token"]!;
        _core.Time.Advance(TimeSpan.FromDays(100) - TimeSpan.FromHours(2));
        Assert.Equal("OK", (string?)(await _core.RefreshAsync(refreshToken))["status"]);
        _core.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal("UNAUTHORISED", (string?)(await _core.RefreshAsync(refreshToken))["status"]);
    }

    [Fact]
    public async Task Dynamic_keys_rotate_and_the_old_one_stays_published_while_its_tokens_live()
    {
        var first = KeyIdOf(await _core.CreateSessionAsync());
        _core.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(30));
        var last = await _core.CreateSessionAsync();
        Assert.Equal(first, KeyIdOf(last));
        Assert.Equal(3, (await _core.GetAsync("/.well-known/jwks.json"))["keys"]!.AsArray().Count);

        _core.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.NotEqual(first, KeyIdOf(await _core.CreateSessionAsync()));
        Assert.Equal("OK", (string?)(await _core.VerifyAsync((string)last["accessToken"]!["token"]!))["status"]);

        _core.Time.Advance(TimeSpan.FromHours(2));
        var keyIds = (await _core.GetAsync("/.well-known/jwks.json"))["keys"]!.AsArray().Select(key => (string)key!["kid"]!).ToList();
        Assert.Equal(2, keyIds.Count);
        Assert.DoesNotContain(first, keyIds);
    }

    [Fact]
    public async Task The_published_key_verifies_the_token()
    {
        var token = (string)(await _core.CreateSessionAsync())["accessToken"]!["token"]!;
        var keys = (await _core.GetAsync("/.well-known/jwks.json"))["keys"]!.AsArray();
        var key = keys.Single(k => (string?)k!["kid"] == new JsonWebToken(token).Kid)!;
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Base64UrlEncoder.DecodeBytes((string)key["n"]!),
            Exponent = Base64UrlEncoder.DecodeBytes((string)key["e"]!),
        });
        var signed = Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]);
        var signature = Base64UrlEncoder.DecodeBytes(token[(token.LastIndexOf('.') + 1)..]);
        Assert.Equal(2048, rsa.KeySize);
        Assert.True(rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [InlineData("2.21", "3")]
    [InlineData("3.0", "4")]
    [InlineData("4.0", "5")]
    [InlineData("5.4", "5")]
    public async Task Callers_of_older_interfaces_get_the_access_token_version_they_know(string cdiVersion, string tokenVersion)
    {
        _core.Client.DefaultRequestHeaders.Add("cdi-version", cdiVersion);
        var created = await _core.CreateSessionAsync();
        var token = new JsonWebToken((string)created["accessToken"]!["token"]!);
        Assert.Equal(tokenVersion, token.GetHeaderValue<string>("version"));
        Assert.Equal(tokenVersion != "3", token.TryGetPayloadValue<string>("tId", out _));
        Assert.Equal(tokenVersion == "5", token.TryGetPayloadValue<string>("rsub", out _));
        Assert.Equal(tokenVersion == "5", created["session"]!.AsObject().ContainsKey("recipeUserId"));
    }

    [Fact]
    public async Task A_payload_cannot_take_the_place_of_a_claim_that_a_newer_token_version_added()
    {
        _core.Client.DefaultRequestHeaders.Add("cdi-version", "2.21");
        var created = await _core.PostAsync("/recipe/session", new JsonObject
        {
            ["userId"] = "user", ["userDataInJWT"] = new JsonObject { ["tId"] = "other" }, ["userDataInDatabase"] = new JsonObject(), ["enableAntiCsrf"] = false,
        });
        Assert.Equal("OK", (string?)created["status"]);

        _core.Client.DefaultRequestHeaders.Remove("cdi-version");
        var refresh = new JsonObject { ["refreshToken"] = (string)created["refreshToken"]!["token"]!, ["enableAntiCsrf"] = false, ["useDynamicSigningKey"] = true };
        using var response = await _core.Client.PostAsync("/recipe/session/refresh", new StringContent(refresh.ToJsonString()));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("The user payload contains protected field\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Callers_from_before_todays_session_tokens_are_told_so()
    {
        _core.Client.DefaultRequestHeaders.Add("cdi-version", "2.20");
        using var response = await _core.Client.PostAsync("/recipe/session/refresh", new StringContent("{}"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("2.21", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_from_before_todays_tokens_is_verified_and_refreshed_into_one_of_today()
    {
        var created = await CreateLegacyAsync();
        var token = (string)created["accessToken"]!["token"]!;
        Assert.Equal("OK", (string?)(await _core.VerifyAsync(token))["status"]);

        var refreshed = await _core.RefreshAsync((string)created["refreshToken"]!["token"]!);
        var payload = new JsonWebToken((string)refreshed["accessToken"]!["token"]!);
        Assert.Equal("5", payload.GetHeaderValue<string>("version"));
        Assert.Equal(("user", 1), (payload.GetPayloadValue<string>("sub"), payload.GetPayloadValue<int>("asdf")));
        _core.Time.Advance(TimeSpan.FromSeconds(3601));
        Assert.Equal("Access token expired", (string?)(await _core.VerifyAsync(token))["message"]);
    }

    [Fact]
    public async Task A_token_of_before_that_nobody_signed_is_refused()
    {
        var parts = ((string)(await CreateLegacyAsync())["accessToken"]!["token"]!).Split('.');
        using var foreign = RSA.Create(2048);
        var signature = foreign.SignData(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        await AssertTryRefreshAsync($"{parts[0]}.{parts[1]}.{Convert.ToBase64String(signature)}");
        await AssertTryRefreshAsync($"{parts[0]}.{parts[1]}.");
        await AssertTryRefreshAsync($"{parts[0]}.{parts[1]}.*");

        // Its header over the claims of another token, and the other way round.
        var today = ((string)(await _core.CreateSessionAsync())["accessToken"]!["token"]!).Split('.');
        await AssertTryRefreshAsync($"{parts[0]}.{today[1]}.{today[2]}");
        await AssertTryRefreshAsync($"{today[0]}.{parts[1]}.{parts[2]}");
    }

    public void Dispose() => _core.Dispose();

    private async Task<JsonObject> CreateLegacyAsync()
    {
        _core.Client.DefaultRequestHeaders.Add("cdi-version", "2.18");
        var created = await _core.PostAsync("/recipe/session", new JsonObject
        {
            ["userId"] = "user", ["userDataInJWT"] = new JsonObject { ["asdf"] = 1 }, ["userDataInDatabase"] = new JsonObject(), ["enableAntiCsrf"] = false,
        });
        _core.Client.DefaultRequestHeaders.Remove("cdi-version");
        return created;
    }

    private async Task AssertTryRefreshAsync(string token) =>
        Assert.Equal("TRY_REFRESH_TOKEN", (string?)(await _core.VerifyAsync(token))["status"]);

    private static string KeyIdOf(JsonObject session) => new JsonWebToken((string)session["accessToken"]!["token"]!).Kid;

    private static (string Own, string? Parent) HashesIn(JsonObject session)
    {
        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(((string)session["accessToken"]!["token"]!).Split('.')[1]))!;
        return ((string)payload["refreshTokenHash1"]!, (string?)payload["parentRefreshTokenHash1"]);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
