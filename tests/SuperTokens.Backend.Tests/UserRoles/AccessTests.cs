using System.Net;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.UserRoles;

public sealed class AccessTests
{
    [Theory]
    [InlineData("/role/extension")]
    [InlineData("/role/session")]
    [InlineData("/role/attribute")]
    [InlineData("/role/authorize")]
    [InlineData("/role/policy")]
    [InlineData("/controller/roles/role")]
    [InlineData("/controller/roles/authorize")]
    public async Task Without_the_role_the_answer_is_403_and_says_so_as_the_frontend_expects(string path)
    {
        await using var app = await UserRolesApp.StartAsync();

        await (await app.Sessions.CreateFrontend().GetAsync(path)).AssertUnauthorisedAsync();
        await (await (await app.SignInAsync("viewer")).GetAsync(path)).AssertAsync(
            HttpStatusCode.Forbidden,
            """{"message":"invalid claim","claimValidationErrors":[{"id":"st-role","reason":{"message":"wrong value","expectedToInclude":"editor","actualValue":["viewer"]}}]}""");
        await (await (await app.SignInAsync("editor")).GetAsync(path)).AssertAsync(HttpStatusCode.OK, "in");
    }

    [Theory]
    [InlineData("/permission/extension")]
    [InlineData("/permission/attribute")]
    [InlineData("/permission/policy")]
    [InlineData("/controller/roles/permission")]
    public async Task Without_the_permission_the_answer_is_403_and_says_so_as_the_frontend_expects(string path)
    {
        await using var app = await UserRolesApp.StartAsync();

        await (await app.Sessions.CreateFrontend().GetAsync(path)).AssertUnauthorisedAsync();
        await (await (await app.SignInAsync("viewer")).GetAsync(path)).AssertAsync(
            HttpStatusCode.Forbidden,
            """{"message":"invalid claim","claimValidationErrors":[{"id":"st-perm","reason":{"message":"wrong value","expectedToInclude":"write","actualValue":["read"]}}]}""");
        await (await (await app.SignInAsync("editor")).GetAsync(path)).AssertAsync(HttpStatusCode.OK, "in");
    }

    [Theory]
    [InlineData("/roles/extension")]
    [InlineData("/roles/authorize")]
    public async Task One_of_several_roles_is_enough(string path)
    {
        await using var app = await UserRolesApp.StartAsync();

        await (await (await app.SignInAsync("viewer")).GetAsync(path)).AssertAsync(
            HttpStatusCode.Forbidden,
            """{"message":"invalid claim","claimValidationErrors":[{"id":"st-role","reason":{"message":"wrong value","expectedToIncludeAtLeastOneOf":["admin","editor"],"actualValue":["viewer"]}}]}""");
        await (await (await app.SignInAsync("editor")).GetAsync(path)).AssertAsync(HttpStatusCode.OK, "in");
    }

    [Fact]
    public async Task All_of_several_permissions_are_needed()
    {
        await using var app = await UserRolesApp.StartAsync();

        await (await (await app.SignInAsync("viewer")).GetAsync("/permissions")).AssertAsync(
            HttpStatusCode.Forbidden,
            """{"message":"invalid claim","claimValidationErrors":[{"id":"st-perm","reason":{"message":"wrong value","expectedToInclude":["read","write"],"actualValue":["read"]}}]}""");
        await (await (await app.SignInAsync("editor")).GetAsync("/permissions")).AssertAsync(HttpStatusCode.OK, "in");
    }

    [Fact]
    public async Task Everything_that_is_missing_is_named()
    {
        await using var app = await UserRolesApp.StartAsync();

        using var response = await (await app.SignInAsync()).GetAsync("/both");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(["st-perm", "st-role"], (await response.JsonAsync())["claimValidationErrors"]!.AsArray().Select(error => (string)error!["id"]!).Order());
    }

    [Fact]
    public async Task A_role_of_one_tenant_opens_no_other()
    {
        await using var app = await UserRolesApp.StartAsync();
        await app.CreateTenantAsync("t1");
        await app.Recipe.AddRoleToUserAsync("t1", "ann", "editor");

        (await (await app.SignInToAsync("t1", "ann")).GetAsync("/both")).AssertOk();
        foreach (var other in new[] { await app.SignInToAsync("t2", "ann"), await app.Sessions.SignInAsync(userId: "ann"), await app.SignInToAsync("t1", "bob") })
        {
            foreach (var path in (string[])["/role/extension", "/role/authorize", "/permission/extension"])
            {
                using var response = await other.GetAsync(path);
                Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Roles_in_a_payload_of_the_applications_own_count_for_nothing()
    {
        await using var app = await UserRolesApp.StartAsync(map: web => web.MapPost("/login-with-claims", async (HttpContext context, IRequestSessions sessions) =>
        {
            var payload = new JsonObject { [ClaimTypes.Role] = "editor", ["role"] = "editor", ["st-role"] = new JsonObject { ["v"] = new JsonArray("editor"), ["t"] = 1 } };
            await sessions.CreateAsync(context, new NewSession(new RecipeUserId("eve")) { AccessTokenPayload = payload }, context.RequestAborted);
        }));
        var frontend = app.Sessions.CreateFrontend();
        (await frontend.PostAsync("/login-with-claims")).AssertOk();

        foreach (var path in (string[])["/role/extension", "/role/authorize", "/role/policy"])
        {
            using var response = await frontend.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_open_within_a_protected_group_stays_open()
    {
        await using var app = await UserRolesApp.StartAsync();

        await (await app.Sessions.CreateFrontend().GetAsync("/closed/open")).AssertAsync(HttpStatusCode.OK, "in");
    }

    [Fact]
    public async Task Without_the_recipe_nobody_is_let_in_and_the_developer_learns_why()
    {
        await using var app = await SessionApp.StartAsync(map: web =>
        {
            web.MapGet("/role", () => "in").RequireRole("editor");
            web.MapGet("/permission", () => "in").RequirePermission("write");
            web.MapGet("/authorize", () => "in").RequireAuthorization(policy => policy.RequireRole("editor"));
        });
        var frontend = await app.SignInAsync();
        (await frontend.PostAsync("/merge-payload", new JsonObject { ["st-role"] = new JsonObject { ["v"] = new JsonArray("editor"), ["t"] = 1 } })).AssertOk();

        foreach (var path in (string[])["/role", "/permission"])
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => frontend.GetAsync(path));
            Assert.Contains(".AddUserRoles()", exception.Message, StringComparison.Ordinal);
        }

        await (await frontend.GetAsync("/authorize")).AssertAsync(HttpStatusCode.Forbidden, """{"message":"invalid claim","claimValidationErrors":[]}""");
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("editor", " ")]
    public async Task A_rule_that_names_no_role_or_permission_is_refused_at_start(params string[] names)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => UserRolesApp.StartAsync(map: web => web.MapGet("/x", () => "in").RequireRole(names)));
        await Assert.ThrowsAsync<ArgumentException>(() => UserRolesApp.StartAsync(map: web => web.MapGet("/x", () => "in").RequirePermission(names)));
        Assert.Throws<ArgumentException>(() => new AuthorizationPolicyBuilder().RequirePermission(names));
    }

    [Fact]
    public async Task Where_no_request_is_at_hand_the_users_own_claims_decide()
    {
        await using var app = await UserRolesApp.StartAsync(map: web => web.MapGet("/ask", async (ClaimsPrincipal user, IAuthorizationService authorization) =>
            $"{(await authorization.AuthorizeAsync(user, "editors")).Succeeded} {(await authorization.AuthorizeAsync(user, "writers")).Succeeded}").RequireAuthorization());

        await (await (await app.SignInAsync("viewer")).GetAsync("/ask")).AssertAsync(HttpStatusCode.OK, "False False");
        await (await (await app.SignInAsync("editor")).GetAsync("/ask")).AssertAsync(HttpStatusCode.OK, "True True");
        var stranger = new ClaimsPrincipal(new ClaimsIdentity([new Claim("st-perm", """{"v":["write"],"t":1}""", "JSON")], "Other"));
        Assert.False((await app.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(stranger, "writers")).Succeeded);
    }

    [Fact]
    public async Task Where_the_requirements_of_an_attribute_go_unread_it_lets_nobody_in()
    {
        // What a hub does with the attributes of its methods.
        await using var app = await UserRolesApp.StartAsync(map: web => web.MapGet("/hub", async (ClaimsPrincipal user, IAuthorizationPolicyProvider policies, IAuthorizationService authorization) =>
        {
            var role = await AuthorizationPolicy.CombineAsync(policies, [new RequireRoleAttribute("editor")]);
            var permission = await AuthorizationPolicy.CombineAsync(policies, [new RequirePermissionAttribute("write")]);
            return $"{(await authorization.AuthorizeAsync(user, new object(), role!)).Succeeded} {(await authorization.AuthorizeAsync(user, new object(), permission!)).Succeeded}";
        }).RequireAuthorization());

        await (await (await app.SignInAsync("editor")).GetAsync("/hub")).AssertAsync(HttpStatusCode.OK, "False False");
    }

    [Theory]
    [InlineData("/role/extension")]
    [InlineData("/role/attribute")]
    [InlineData("/permission/extension")]
    public async Task Another_default_scheme_of_the_application_changes_nothing(string path)
    {
        await using var app = await UserRolesApp.StartAsync(builder => builder.Services.AddAuthentication("Other").AddCookie("Other"));

        await (await app.Sessions.CreateFrontend().GetAsync(path)).AssertUnauthorisedAsync();
        await (await (await app.SignInAsync("editor")).GetAsync(path)).AssertAsync(HttpStatusCode.OK, "in");
    }

    [Theory]
    [InlineData("/role/extension")]
    [InlineData("/role/authorize")]
    public async Task A_session_that_ended_is_401_when_its_claims_have_to_be_fetched(string path)
    {
        await using var app = await UserRolesApp.StartAsync(builder => builder.AddUserRoles(options => options.SkipAddingRolesToAccessToken = true));
        var frontend = await app.SignInAsync("editor");
        await app.Services.GetRequiredService<ISessionRecipe>().RevokeAllSessionsForUserAsync("ann");

        using var response = await frontend.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        response.AssertClearsEverything();
    }

    [Theory]
    [InlineData("/role/extension", "/public/recipe/user/roles")]
    [InlineData("/role/authorize", "/public/recipe/user/roles")]
    [InlineData("/permission/extension", "/recipe/role/permissions")]
    public async Task A_core_that_fails_while_claims_are_fetched_is_a_500_and_lets_nobody_in(string path, string brokenPath)
    {
        await using var app = await UserRolesApp.StartAsync(builder => builder.AddUserRoles(
            options => options.SkipAddingRolesToAccessToken = options.SkipAddingPermissionsToAccessToken = true));
        var frontend = await app.SignInAsync("editor");

        app.Sessions.Core.BrokenPath = brokenPath;
        foreach (var answer in (string?[])[null, "{}", """{"status":"OK"}""", """{"status":"OK","roles":[null],"permissions":[null]}""", """{"status":"internals of the core"}"""])
        {
            app.Sessions.Core.BrokenAnswer = answer;
            using var response = await frontend.GetAsync(path);
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.DoesNotContain("internals", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        app.Sessions.Core.BrokenPath = null;
        app.Sessions.Core.BrokenAnswer = null;
        (await frontend.GetAsync(path)).AssertOk();
    }

    [Theory]
    [InlineData("/role/extension")]
    [InlineData("/role/authorize")]
    [InlineData("/role/policy")]
    public async Task A_role_of_other_letter_case_is_another_role(string path)
    {
        await using var app = await UserRolesApp.StartAsync();
        await app.Recipe.CreateNewRoleOrAddPermissionsAsync("Editor", []);

        using var response = await (await app.SignInAsync("Editor")).GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
