using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Attributes, endpoint extensions and policies ask for the same and refuse alike.</summary>
public sealed class RequirementTests
{
    private static readonly string[] Ways = ["extension", "attribute", "policy", "authorize", "controller"];

    [Fact]
    public async Task A_session_is_asked_for_in_every_way()
    {
        await using var app = await RequirementsApp.StartAsync();
        var ann = await app.App.SignUpAsync("ann@example.com");
        foreach (var way in Ways)
        {
            await (await app.App.Anonymous().GetAsync($"/session/{way}")).AssertUnauthorisedAsync();
            await (await ann.GetAsync($"/session/{way}")).AssertAsync(HttpStatusCode.OK, "in");
        }
    }

    [Theory]
    [InlineData("role", """{"id":"st-role","reason":{"message":"wrong value","expectedToInclude":"editor","actualValue":[]}}""")]
    [InlineData("permission", """{"id":"st-perm","reason":{"message":"wrong value","expectedToInclude":"write","actualValue":[]}}""")]
    [InlineData("tenant", """{"id":"tId","reason":{"message":"wrong value","actualValue":"public"}}""")]
    [InlineData("email", """{"id":"st-ev","reason":{"message":"wrong value","expectedValue":true,"actualValue":false}}""")]
    [InlineData("claim", """{"id":"plan","reason":{"message":"value does not exist","expectedToIncludeAtLeastOneOf":["pro","team"]}}""")]
    [InlineData("rule", """{"id":"paid","reason":{"message":"value does not exist","expectedValue":"pro"}}""")]
    public async Task What_a_session_lacks_is_named_alike_in_every_way(string rule, string error)
    {
        await using var app = await RequirementsApp.StartAsync();
        var ann = await app.App.SignUpAsync("ann@example.com");
        foreach (var way in Ways)
        {
            await (await app.App.Anonymous().GetAsync($"/{rule}/{way}")).AssertUnauthorisedAsync();
            await (await ann.GetAsync($"/{rule}/{way}")).AssertAsync(HttpStatusCode.Forbidden, $$"""{"message":"invalid claim","claimValidationErrors":[{{error}}]}""");
        }
    }

    [Theory]
    [InlineData("role")]
    [InlineData("permission")]
    [InlineData("email")]
    [InlineData("claim")]
    [InlineData("rule")]
    [InlineData("recent")]
    public async Task Sessions_that_are_as_required_are_let_in_in_every_way(string rule)
    {
        await using var app = await RequirementsApp.StartAsync();
        app.Plan.Stored = "pro";
        var first = await app.App.SignUpAsync("ann@example.com");
        var userId = await (await first.GetAsync("/me")).Content.ReadAsStringAsync();
        await app.Services.GetRequiredService<IUserRolesRecipe>().AddRoleToUserAsync("public", userId, "editor");
        var verification = app.Services.GetRequiredService<IEmailVerificationRecipe>();
        var token = Assert.IsType<CreateEmailVerificationTokenResult.Ok>(await verification.CreateEmailVerificationTokenAsync("public", new RecipeUserId(userId), "ann@example.com")).Token;
        Assert.IsType<VerifyEmailUsingTokenResult.Ok>(await verification.VerifyEmailUsingTokenAsync("public", token));
        var ann = await SignInAsync(app);
        foreach (var way in Ways)
        {
            await (await ann.GetAsync($"/{rule}/{way}")).AssertAsync(HttpStatusCode.OK, "in");
        }
    }

    [Fact]
    public async Task A_policy_that_checks_the_database_notices_a_revoked_session()
    {
        await using var app = await RequirementsApp.StartAsync();
        var ann = await app.App.SignUpAsync("ann@example.com");
        (await ann.GetAsync("/stored/policy")).AssertOk();
        (await ann.Copy().PostAsync("/auth/signout")).AssertOk();

        (await ann.GetAsync("/session/policy")).AssertOk();
        using var response = await ann.GetAsync("/stored/policy");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        response.AssertClearsEverything();
    }

    [Fact]
    public async Task An_added_claim_is_in_new_sessions_and_is_fetched_where_it_is_missing()
    {
        await using var app = await RequirementsApp.StartAsync();
        var early = await app.App.SignUpAsync("ann@example.com");
        Assert.False(early.Payload.ContainsKey("plan"));

        app.Plan.Stored = "team";
        (await early.GetAsync("/claim/policy")).AssertOk();
        Assert.Equal("team", (string?)early.Payload["plan"]!["v"]);
        Assert.Equal("team", (string?)(await SignInAsync(app)).Payload["plan"]!["v"]);
        using var refused = await early.GetAsync("/rule/policy");
        Assert.Equal("paid", (string?)(await refused.JsonAsync())["claimValidationErrors"]![0]!["id"]);
    }

    [Theory]
    [InlineData("""{ "level": 3 }""", true)]
    [InlineData("""{ "level": 4 }""", false)]
    [InlineData("""{ "level": "3" }""", true)]
    [InlineData("""{ "level": [1, 3] }""", true)]
    [InlineData("""{ "level": [1, null] }""", false)]
    [InlineData("""{ "level": { "v": [3], "t": 1 } }""", true)]
    [InlineData("""{ "level": { "three": 3 } }""", false)]
    [InlineData("""{ "Level": 3 }""", false)]
    public async Task A_claim_known_by_its_key_is_compared_as_JSON_writes_it(string payload, bool isLetIn)
    {
        await using var app = await RequirementsApp.StartAsync(web =>
        {
            web.MapGet("/level", () => "in").RequireSessionClaim("level", "3");
            web.MapPost("/merge", async (SessionContainer session, JsonObject changes) => await session.MergeIntoAccessTokenPayloadAsync(changes));
        });
        var ann = await app.App.SignUpAsync("ann@example.com");
        (await ann.PostAsync("/merge", JsonNode.Parse(payload))).AssertOk();

        Assert.Equal(isLetIn ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await ann.GetAsync("/level")).StatusCode);
    }

    [Fact]
    public async Task Without_its_recipe_nobody_has_a_verified_address_and_the_developer_learns_why()
    {
        await using var app = await SessionApp.StartAsync(map: web => web.MapGet("/email", () => "in").RequireVerifiedEmail());
        var frontend = await app.SignInAsync();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => frontend.GetAsync("/email"));

        Assert.Contains(".AddEmailVerification()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_finds_the_session_where_the_application_has_another_default_scheme()
    {
        await using var app = await SessionApp.StartAsync(
            setUp: builder => builder.Services.AddAuthentication("Other").AddCookie("Other"),
            map: web => web.MapGet("/policy", () => "in").RequireAuthorization(policy => policy.RequireSession()));

        await (await (await app.SignInAsync()).GetAsync("/policy")).AssertAsync(HttpStatusCode.OK, "in");
        await (await app.CreateFrontend().GetAsync("/policy")).AssertUnauthorisedAsync();
    }

    private static async Task<Frontend> SignInAsync(RequirementsApp app)
    {
        var frontend = app.App.Anonymous();
        (await frontend.PostAsync("/auth/signin", EmailPasswordApp.Form("ann@example.com"))).AssertOk();
        Assert.NotNull(frontend.AccessToken);
        return frontend;
    }
}
