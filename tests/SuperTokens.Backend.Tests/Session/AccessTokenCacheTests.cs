using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.EmbeddedCore;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>What must hold for a token seen before, with the cache (10,000) as without it (0).</summary>
public sealed class AccessTokenCacheTests
{
    private const string Keys = "/.well-known/jwks.json";

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task A_token_seen_before_is_refused_once_it_has_expired(int cacheSize)
    {
        await using var app = await StartAsync(cacheSize);
        foreach (var mode in new[] { "cookie", "header" })
        {
            var frontend = await SeenAsync(app, mode);
            app.App.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

            await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
            await (await frontend.GetAsync("/authorized")).AssertTryRefreshTokenAsync();
        }

        Assert.Equal(0, CacheOf(app).Count);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task A_token_seen_before_is_refused_once_the_core_has_removed_its_key(int cacheSize)
    {
        await using var app = await StartAsync(cacheSize);
        var frontend = await SeenAsync(app);
        await PublishAsync(app, AnotherKey("d-another"));

        await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task A_token_seen_before_is_refused_once_its_key_id_names_another_key(int cacheSize)
    {
        await using var app = await StartAsync(cacheSize);
        var frontend = await SeenAsync(app);
        await PublishAsync(app, AnotherKey((string)Header(frontend.AccessToken!)["kid"]!));

        await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task After_sign_out_a_token_seen_before_works_until_it_expires_but_not_where_the_database_is_checked(int cacheSize)
    {
        await using var app = await StartAsync(cacheSize);
        var frontend = await SeenAsync(app);
        var copy = frontend.Copy();
        (await copy.GetAsync("/check-db")).AssertOk();
        (await frontend.PostAsync("/auth/signout")).AssertOk();

        (await copy.GetAsync("/sessioninfo")).AssertOk();
        await (await copy.Copy().GetAsync("/check-db")).AssertUnauthorisedAsync();
        app.App.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        await (await copy.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task The_core_is_asked_each_time_the_database_is_checked_or_a_refresh_is_first_used(int cacheSize)
    {
        await using var app = await StartAsync(cacheSize);
        var frontend = await SeenAsync(app);
        (await frontend.GetAsync("/check-db")).AssertOk();
        (await frontend.GetAsync("/check-db")).AssertOk();
        Assert.Equal(2, app.Core.Count("POST /recipe/session/verify"));

        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.Copy().GetAsync("/sessioninfo")).AssertOk();
        (await frontend.Copy().GetAsync("/sessioninfo")).AssertOk();
        Assert.Equal(4, app.Core.Count("POST /recipe/session/verify"));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task Anti_CSRF_is_checked_for_a_token_seen_before(int cacheSize)
    {
        await using var app = await StartAsync(cacheSize, session => session.AntiCsrf = AntiCsrfMode.ViaToken);
        var frontend = await SeenAsync(app);
        (await frontend.PostAsync("/protected")).AssertOk();
        var attacker = frontend.Copy();
        attacker.AntiCsrf = null;

        (await attacker.GetAsync("/sessioninfo")).AssertOk();
        await (await attacker.PostAsync("/protected")).AssertTryRefreshTokenAsync();
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task A_token_seen_in_a_header_needs_the_custom_header_when_a_cookie_brings_it(int cacheSize)
    {
        await using var app = await StartAsync(cacheSize, session => session.AntiCsrf = AntiCsrfMode.ViaCustomHeader);
        var frontend = await SeenAsync(app, "header");
        (await frontend.PostAsync("/protected")).AssertOk();
        var attacker = app.CreateFrontend("cookie");
        attacker.AccessToken = frontend.AccessToken;

        (await attacker.GetAsync("/sessioninfo")).AssertOk();
        await (await attacker.PostAsync("/protected")).AssertTryRefreshTokenAsync();
        attacker.Rid = "anti-csrf";
        (await attacker.PostAsync("/protected")).AssertOk();
    }

    [Fact]
    public async Task What_one_request_changes_in_its_payload_and_user_no_other_request_sees()
    {
        await using var app = await StartAsync(10_000, map: application => application.MapGet("/tamper", (SessionContainer session, HttpContext context) =>
        {
            var before = (string?)session.AccessTokenPayload["role"] ?? "none";
            session.AccessTokenPayload["role"] = "admin";
            session.AccessTokenPayload["sub"] = "someone-else";
            var identity = (ClaimsIdentity)context.User.Identity!;
            var claim = identity.FindFirst("sub")!;
            var marks = $"{claim.Value} {claim.Properties.Count} {identity.HasClaim("role", "admin")} {ReferenceEquals(claim.Subject, identity)}";
            claim.Properties["mark"] = "1";
            identity.AddClaim(new Claim("role", "admin"));
            identity.RemoveClaim(identity.FindFirst("sessionHandle"));
            return $"{before} {marks} {session.Handle.Length > 0}";
        }).RequireSession().RequireAuthorization());
        var frontend = await SeenAsync(app);
        for (var i = 0; i < 3; i++)
        {
            await (await frontend.GetAsync("/tamper")).AssertAsync(System.Net.HttpStatusCode.OK, "none user-1 0 False True True");
        }
    }

    [Fact]
    public async Task Only_what_is_rightly_signed_is_kept()
    {
        await using var app = await StartAsync(10_000);
        var frontend = await SeenAsync(app);
        var good = frontend.AccessToken!;
        var parts = good.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        Assert.Equal(1, CacheOf(app).Count);
        for (var i = 0; i < 20; i++)
        {
            var changed = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.Replace("user-1", $"user-{i + 2}", StringComparison.Ordinal)));
            frontend.AccessToken = $"{parts[0]}.{changed}.{parts[2]}";
            await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
            frontend.AccessToken = good[..^8] + "AAAA" + i.ToString("D4", null);
            await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
            frontend.AccessToken = good + "A";
            await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
        }

        Assert.Equal(1, CacheOf(app).Count);
        frontend.AccessToken = good;
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
    }

    [Fact]
    public async Task Many_sessions_never_fill_more_than_the_cache_and_all_go_on_working()
    {
        await using var app = await StartAsync(10);
        var first = await SeenAsync(app);
        for (var i = 0; i < 50; i++)
        {
            var other = await app.SignInAsync(userId: $"user-{i}");
            (await other.GetAsync("/sessioninfo")).AssertOk();
            Assert.InRange(CacheOf(app).Count, 1, 10);
        }

        (await first.GetAsync("/sessioninfo")).AssertOk();
    }

    [Fact]
    public async Task A_size_of_zero_keeps_nothing()
    {
        await using var app = await StartAsync(0);
        await SeenAsync(app);

        Assert.Equal(0, CacheOf(app).Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_size_that_makes_no_sense_stops_the_start(int cacheSize)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(cacheSize));

        Assert.Contains($"SuperTokens:Session:AccessTokenCacheSize is {cacheSize}.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_seen_by_one_app_is_nothing_to_another_app_in_the_same_process()
    {
        await using var one = await StartAsync(10_000);
        await using var other = await StartAsync(10_000);
        var frontend = await SeenAsync(one);
        var stranger = other.CreateFrontend();
        stranger.AccessToken = frontend.AccessToken;

        await (await stranger.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        Assert.Equal(0, CacheOf(other).Count);
    }

    private static Task<SessionApp> StartAsync(int cacheSize, Action<SessionOptions>? session = null, Action<WebApplication>? map = null)
        => SessionApp.StartAsync(
            options =>
            {
                options.AccessTokenCacheSize = cacheSize;
                session?.Invoke(options);
            },
            map: map,
            core: new CoreConfig { AccessTokenValidity = 3600 });

    private static async Task<Frontend> SeenAsync(SessionApp app, string mode = "cookie")
    {
        var frontend = await app.SignInAsync(mode);
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        return frontend;
    }

    // A key id that is not known yet has the keys fetched again at once.
    private static async Task PublishAsync(SessionApp app, string keys)
    {
        (app.Core.BrokenPath, app.Core.BrokenAnswer) = (Keys, keys);
        app.App.Time.Advance(TimeSpan.FromSeconds(1));
        var other = await app.SignInAsync();
        var header = Header(other.AccessToken!);
        header["kid"] = "d-unknown";
        var parts = other.AccessToken!.Split('.');
        other.AccessToken = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{parts[1]}.{parts[2]}";
        await (await other.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
        Assert.Equal(2, app.Core.Count($"GET {Keys}"));
    }

    private static string AnotherKey(string id)
    {
        using var other = RSA.Create(2048);
        var parameters = other.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            ["alg"] = "RS256",
            ["use"] = "sig",
        };
        return new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString();
    }

    private static JsonObject Header(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]))!.AsObject();

    private static AccessTokenCache CacheOf(SessionApp app) => app.App.Services.GetRequiredService<AccessTokenCache>();
}
