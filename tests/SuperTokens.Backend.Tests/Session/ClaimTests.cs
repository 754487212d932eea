using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class ClaimTests
{
    private string[] _roles = [];
    private ClaimValue<bool> _verified = new(false);
    private int _fetches;

    private PrimitiveArrayClaim<string> Roles => new("roles", (_, _, _, _, _) => Fetched(new ClaimValue<string[]>(_roles)));

    private BooleanClaim Verified => new("verified", (_, _, _, _, _) => Fetched(_verified));

    [Fact]
    public async Task A_claim_that_is_not_as_required_is_403_with_the_reason()
    {
        await using var app = await StartAsync(Roles.Includes("admin"), Verified.IsTrue());
        foreach (var mode in new[] { "cookie", "header" })
        {
            var frontend = await app.SignInAsync(mode);

            await (await frontend.GetAsync("/claims")).AssertAsync(
                HttpStatusCode.Forbidden,
                """{"message":"invalid claim","claimValidationErrors":[{"id":"roles","reason":{"message":"wrong value","expectedToInclude":"admin","actualValue":[]}},{"id":"verified","reason":{"message":"wrong value","expectedValue":true,"actualValue":false}}]}""");
        }
    }

    [Fact]
    public async Task No_session_is_401_before_any_claim_is_looked_at()
    {
        await using var app = await StartAsync(Roles.Includes("admin"));

        await (await app.CreateFrontend().GetAsync("/claims")).AssertUnauthorisedAsync();
    }

    [Fact]
    public async Task A_missing_claim_is_fetched_put_into_the_token_and_not_fetched_again()
    {
        _roles = ["admin"];
        await using var app = await StartAsync(Roles.Includes("admin"));
        var frontend = await app.SignInAsync();

        (await frontend.GetAsync("/claims")).AssertOk();
        Assert.Equal("admin", (string?)frontend.Payload["roles"]!["v"]![0]);
        (await frontend.GetAsync("/claims")).AssertOk();

        Assert.Equal(1, _fetches);
        Assert.Equal(1, app.Core.Count("POST /recipe/session/regenerate"));
    }

    [Fact]
    public async Task A_claim_past_its_age_is_fetched_again()
    {
        await using var app = await StartAsync(time => [new PrimitiveArrayClaim<string>("roles", (_, _, _, _, _) => Fetched(new ClaimValue<string[]>(_roles)), TimeSpan.FromMinutes(5), time).Includes("admin")]);
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/claims")).Dispose();
        _roles = ["admin"];
        using (var stale = await frontend.GetAsync("/claims"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, stale.StatusCode);
        }

        app.App.Time.Advance(TimeSpan.FromMinutes(6));
        (await frontend.GetAsync("/claims")).AssertOk();
        Assert.Equal(2, _fetches);
    }

    [Fact]
    public async Task A_claim_that_cannot_be_fetched_stays_as_it_is()
    {
        _verified = default;
        await using var app = await StartAsync(Verified.IsTrue());
        var frontend = await app.SignInAsync();

        await (await frontend.GetAsync("/claims")).AssertAsync(
            HttpStatusCode.Forbidden,
            """{"message":"invalid claim","claimValidationErrors":[{"id":"verified","reason":{"message":"value does not exist","expectedValue":true}}]}""");
        Assert.Equal(0, app.Core.Count("POST /recipe/session/regenerate"));
    }

    [Fact]
    public async Task Recipes_claims_are_in_every_session_and_their_validators_apply_everywhere_but_to_sign_out()
    {
        var verified = Verified;
        await using var app = await SessionApp.StartAsync(setUp: builder => builder.Services.AddSingleton<ISessionClaimSource>(new ClaimSource([verified], [verified.IsTrue()])));
        var frontend = await app.SignInAsync();

        Assert.False((bool?)frontend.Payload["verified"]!["v"]);
        const string Refused = """{"message":"invalid claim","claimValidationErrors":[{"id":"verified","reason":{"message":"wrong value","expectedValue":true,"actualValue":false}}]}""";
        await (await frontend.GetAsync("/sessioninfo")).AssertAsync(HttpStatusCode.Forbidden, Refused);
        await (await frontend.GetAsync("/sessioninfo-optional")).AssertAsync(HttpStatusCode.Forbidden, Refused);
        await (await frontend.GetAsync("/authorized")).AssertAsync(HttpStatusCode.Forbidden, Refused);
        (await frontend.GetAsync("/open")).AssertOk();
        (await frontend.PostAsync("/auth/signout")).AssertOk();
    }

    [Fact]
    public async Task The_status_of_invalid_claims_and_of_missing_sessions_can_be_changed()
    {
        await using var app = await StartAsync(session => (session.InvalidClaimStatusCode, session.SessionExpiredStatusCode) = (422, 440), Roles.Includes("admin"));
        var frontend = await app.SignInAsync();

        using var forbidden = await frontend.GetAsync("/claims");
        using var unauthorised = await app.CreateFrontend().GetAsync("/claims");

        Assert.Equal((422, 440), ((int)forbidden.StatusCode, (int)unauthorised.StatusCode));
    }

    [Fact]
    public async Task A_session_sets_reads_and_removes_claims()
    {
        var (roles, verified) = (Roles, Verified);
        _roles = ["editor"];
        await using var app = await SessionApp.StartAsync(map: web => web.MapPost("/claims", async (SessionContainer session) =>
        {
            await session.FetchAndSetClaimAsync(roles);
            await session.SetClaimValueAsync(verified, true);
            var before = session.GetClaimValue(verified);
            await session.RemoveClaimAsync(verified);
            return $"{session.GetClaimValue(roles).Value[0]} {before.Value} {session.GetClaimValue(verified).HasValue}";
        }).RequireSession());
        var frontend = await app.SignInAsync();

        await (await frontend.PostAsync("/claims")).AssertAsync(HttpStatusCode.OK, "editor True False");
        Assert.Equal("editor", (string?)frontend.Payload["roles"]!["v"]![0]);
        Assert.False(frontend.Payload.ContainsKey("verified"));
    }

    [Fact]
    public async Task Reasons_are_those_of_the_other_backends()
    {
        var roles = Roles;
        var payload = new JsonObject();
        roles.AddToPayload(payload, ["a", "b"]);
        await AssertReasonAsync(roles.Includes("c"), payload, """{"message":"wrong value","expectedToInclude":"c","actualValue":["a","b"]}""");
        await AssertReasonAsync(roles.Excludes("a"), payload, """{"message":"wrong value","expectedToNotInclude":"a","actualValue":["a","b"]}""");
        await AssertReasonAsync(roles.IncludesAll(["a", "c"]), payload, """{"message":"wrong value","expectedToInclude":["a","c"],"actualValue":["a","b"]}""");
        await AssertReasonAsync(roles.IncludesAny(["c", "d"]), payload, """{"message":"wrong value","expectedToIncludeAtLeastOneOf":["c","d"],"actualValue":["a","b"]}""");
        await AssertReasonAsync(roles.ExcludesAll(["c", "b"]), payload, """{"message":"wrong value","expectedToNotInclude":["c","b"],"actualValue":["a","b"]}""");
        foreach (var met in new[] { roles.Includes("a"), roles.Excludes("c"), roles.IncludesAll(["b", "a"]), roles.IncludesAny(["c", "b"]), roles.ExcludesAll(["c"]) })
        {
            Assert.True((await met.ValidateAsync(payload, default)).IsValid);
        }

        await AssertReasonAsync(roles.Includes("a"), [], """{"message":"value does not exist","expectedToInclude":"a"}""");
        await AssertReasonAsync(roles.IncludesAny(["a"]), [], """{"message":"value does not exist","expectedToNotInclude":["a"]}""");
        await AssertReasonAsync(roles.Excludes("a"), new JsonObject { ["roles"] = new JsonObject { ["v"] = "a", ["t"] = 0 } }, """{"message":"wrong value","expectedToNotInclude":"a","actualValue":"a"}""");
    }

    [Fact]
    public async Task An_expired_value_says_how_old_it_is()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        var claim = new PrimitiveClaim<int>("level", (_, _, _, _, _) => default, timeProvider: time);
        var payload = new JsonObject();
        claim.AddToPayload(payload, 3);
        time.Advance(TimeSpan.FromSeconds(20.5));

        await AssertReasonAsync(claim.HasValue(3, TimeSpan.FromSeconds(20)), payload, """{"message":"expired","ageInSeconds":20.5,"maxAgeInSeconds":20}""");
        Assert.True(claim.HasValue(3, TimeSpan.FromSeconds(20)).ShouldRefetch(payload));
        Assert.False(claim.HasValue(3, TimeSpan.FromSeconds(21)).ShouldRefetch(payload));
        Assert.False(claim.HasValue(3).ShouldRefetch(payload));
        Assert.Equal(3, claim.GetValueFromPayload(payload).Value);
    }

    private static async Task AssertReasonAsync(SessionClaimValidator validator, JsonObject payload, string reason)
    {
        var result = await validator.ValidateAsync(payload, default);
        Assert.False(result.IsValid);
        Assert.Equal(reason, result.Reason!.ToJsonString());
    }

    private static Task<SessionApp> StartAsync(params SessionClaimValidator[] validators) => StartAsync(null, _ => validators);

    private static Task<SessionApp> StartAsync(Action<SessionOptions> session, params SessionClaimValidator[] validators) => StartAsync(session, _ => validators);

    private static Task<SessionApp> StartAsync(Func<TimeProvider, SessionClaimValidator[]> validators) => StartAsync(null, validators);

    private static Task<SessionApp> StartAsync(Action<SessionOptions>? session, Func<TimeProvider, SessionClaimValidator[]> validators)
        => SessionApp.StartAsync(session, map: web =>
        {
            var own = validators(web.Services.GetRequiredService<TimeProvider>());
            web.MapGet("/claims", () => Results.Ok()).RequireSession(new VerifySessionOptions
            {
                OverrideGlobalClaimValidators = (global, _, _) => new([.. global, .. own]),
            });
        });

    private ValueTask<ClaimValue<T>> Fetched<T>(ClaimValue<T> value)
    {
        _fetches++;
        return new(value);
    }
}
