using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.EmbeddedCore;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>An application that never calls <c>UseAuthorization</c>: ASP.NET Core then puts it before <c>UseSuperTokens</c>.</summary>
public sealed class ForgottenAuthorizationTests
{
    [Theory]
    [InlineData("/extension")]
    [InlineData("/attribute")]
    [InlineData("/permission")]
    public async Task Roles_are_checked_all_the_same(string path)
    {
        await using var app = await StartAsync();

        await (await CreateFrontend(app).GetAsync(path)).AssertUnauthorisedAsync();
        using (var refused = await (await SignInAsync(app, "bob")).GetAsync(path))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Single((await refused.JsonAsync())["claimValidationErrors"]!.AsArray());
        }

        await (await (await SignInAsync(app, "ann")).GetAsync(path)).AssertAsync(HttpStatusCode.OK, "in");
    }

    [Theory]
    [InlineData("/authorize")]
    [InlineData("/authorize-role")]
    public async Task Authorize_lets_nobody_in_and_the_developer_learns_why_instead_of_users_being_signed_out(string path)
    {
        await using var app = await StartAsync();

        await (await CreateFrontend(app).GetAsync(path)).AssertUnauthorisedAsync();
        var frontend = await SignInAsync(app, "ann");
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => frontend.GetAsync(path));
        Assert.Contains("app.UseAuthorization(); after app.UseSuperTokens();", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/extension")]
    [InlineData("/attribute")]
    [InlineData("/permission")]
    public async Task A_session_that_ended_is_401_when_its_claims_have_to_be_fetched(string path)
    {
        await using var app = await StartAsync(options => options.SkipAddingRolesToAccessToken = options.SkipAddingPermissionsToAccessToken = true);
        var frontend = await SignInAsync(app, "ann");
        await app.Services.GetRequiredService<ISessionRecipe>().RevokeAllSessionsForUserAsync("ann");

        using var response = await frontend.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("unauthorised", (string?)(await response.JsonAsync())["message"]);
        response.AssertClearsEverything();
    }

    private static Frontend CreateFrontend(TestApp app) => new(app.Server.CreateClient(), "cookie");

    private static async Task<Frontend> SignInAsync(TestApp app, string userId)
    {
        var frontend = CreateFrontend(app);
        (await frontend.PostAsync($"/login/{userId}")).AssertOk();
        return frontend;
    }

    private static async Task<TestApp> StartAsync(Action<UserRolesOptions>? configure = null)
    {
        var app = await TestApp.StartAsync(
            builder => builder.AddUserRoles(configure).UseTestCore(),
            map: web =>
            {
                web.MapPost("/login/{userId}", async (string userId, HttpContext context, IRequestSessions sessions)
                    => await sessions.CreateAsync(context, new NewSession(new RecipeUserId(userId)), context.RequestAborted) is not null ? "in" : "out");
                web.MapGet("/extension", () => "in").RequireRole("editor");
                web.MapGet("/attribute", [RequireRole("editor")] () => "in");
                web.MapGet("/permission", () => "in").RequirePermission("write");
                web.MapGet("/authorize", [Authorize] () => "in");
                web.MapGet("/authorize-role", [Authorize(Roles = "editor")] () => "in");
            },
            useAuthorization: false);
        var roles = app.Services.GetRequiredService<IUserRolesRecipe>();
        await roles.CreateNewRoleOrAddPermissionsAsync("editor", ["write"]);
        await roles.AddRoleToUserAsync("public", "ann", "editor");
        return app;
    }
}
