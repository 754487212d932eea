using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>What an application's OpenAPI document says about its own endpoints.</summary>
public sealed class AppDocumentTests
{
    private static readonly string[] s_required = ["SuperTokensCookie", "SuperTokensBearer"];
    private static readonly string[] s_optional = ["none", "SuperTokensCookie", "SuperTokensBearer"];

    [Fact]
    public async Task A_protected_endpoint_has_security_and_refusals_and_an_open_one_has_not()
    {
        var document = await ReadAsync(app =>
        {
            app.MapGet("/open", () => "open");
            app.MapGet("/session", () => "session").RequireSession();
            app.MapGet("/optional", () => "optional").RequireSession(new VerifySessionOptions { SessionRequired = false });
            app.MapGet("/authorize", [Authorize] () => "authorize");
            app.MapGet("/role", () => "role").RequireRole("admin");
            app.MapGet("/anonymous", [AllowAnonymous] () => "anonymous").RequireAuthorization();
        });

        Assert.Empty(document.SecurityOf("get", "/open"));
        Assert.Equal(s_required, document.SecurityOf("get", "/session"));
        Assert.Equal(s_optional, document.SecurityOf("get", "/optional"));
        Assert.Equal(s_required, document.SecurityOf("get", "/authorize"));
        Assert.Equal(s_required, document.SecurityOf("get", "/role"));
        Assert.Empty(document.SecurityOf("get", "/anonymous"));
        Assert.Equal(["200", "401", "403"], StatusesOf("/session"));
        Assert.Equal(["200"], StatusesOf("/open"));
        Assert.Equal(["200"], StatusesOf("/optional"));

        IEnumerable<string> StatusesOf(string path) => document.Operation("get", path).GetProperty("responses").EnumerateObject().Select(response => response.Name);
    }

    [Fact]
    public async Task A_session_as_a_parameter_is_no_input_but_security()
    {
        var document = await ReadAsync(app =>
        {
            app.MapGet("/mine", (SessionContainer session) => session.UserId);
            app.MapPost("/notes", (SessionContainer session, DescribedNote note) => $"{session.UserId} {note.Text}");
            app.MapGet("/anyone", (SessionContainer? session) => session?.UserId);
            app.MapGet("/typed", (SessionContainer<DescribedNote> session) => session.UserId);
        });

        Assert.Equal(s_required, document.SecurityOf("get", "/mine"));
        Assert.Equal(s_optional, document.SecurityOf("get", "/anyone"));
        Assert.Equal(s_required, document.SecurityOf("get", "/typed"));
        Assert.All(["/mine", "/anyone", "/typed"], path =>
        {
            Assert.False(document.Operation("get", path).TryGetProperty("requestBody", out _));
            Assert.False(document.Operation("get", path).TryGetProperty("parameters", out _));
        });
        Assert.True(document.Schema(document.Operation("post", "/notes").GetProperty("requestBody")).GetProperty("properties").TryGetProperty("text", out _));
        Assert.DoesNotContain(document.Schemas.EnumerateObject(), schema => schema.Name.StartsWith(nameof(SessionContainer), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Controllers_are_described_in_the_same_way()
    {
        var document = await OpenApiDocument.ReadAsync(builder => builder.AddEmailPassword().AddUserRoles().AddSession(), addControllers: true);

        Assert.Empty(document.SecurityOf("get", "/described/open"));
        Assert.Equal("word", Assert.Single(document.Operation("get", "/described/open").GetProperty("parameters").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(s_required, document.SecurityOf("post", "/described/closed"));
        Assert.True(document.Schema(document.Operation("post", "/described/closed").GetProperty("requestBody")).GetProperty("properties").TryGetProperty("text", out _));
        Assert.False(document.Operation("post", "/described/closed").TryGetProperty("parameters", out _));
        Assert.Equal(s_optional, document.SecurityOf("get", "/described/maybe"));
        Assert.False(document.Operation("get", "/described/maybe").TryGetProperty("parameters", out _));
        Assert.Equal(s_required, document.SecurityOf("get", "/described/role"));
    }

    [Fact]
    public async Task Authorization_by_another_scheme_is_not_described_as_a_session()
    {
        var document = await ReadAsync(
            app =>
            {
                app.MapGet("/other", () => "other").RequireAuthorization(policy => policy.AddAuthenticationSchemes("Other").RequireAuthenticatedUser());
                app.MapGet("/default", () => "default").RequireAuthorization();
                app.MapGet("/session", () => "session").RequireSession();
            },
            builder => builder.Services.AddAuthentication("Other").AddScheme<AuthenticationSchemeOptions, NobodyHandler>("Other", null));

        Assert.Empty(document.SecurityOf("get", "/other"));
        Assert.Empty(document.SecurityOf("get", "/default"));
        Assert.Equal(s_required, document.SecurityOf("get", "/session"));
    }

    [Fact]
    public async Task A_fallback_policy_protects_the_endpoints_that_say_nothing()
    {
        var document = await ReadAsync(
            app => app.MapGet("/silent", () => "silent"),
            builder => builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()));

        Assert.Equal(s_required, document.SecurityOf("get", "/silent"));
        Assert.Empty(document.SecurityOf("post", "/auth/signin"));
    }

    private static Task<OpenApiDocument> ReadAsync(Action<WebApplication> map, Action<SuperTokensBuilder>? setUp = null)
        => OpenApiDocument.ReadAsync(
            builder =>
            {
                builder.AddEmailPassword().AddUserRoles().AddSession();
                setUp?.Invoke(builder);
            },
            map: map);
}
