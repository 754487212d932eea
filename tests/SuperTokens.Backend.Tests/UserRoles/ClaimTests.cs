using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.UserRoles;

public sealed class ClaimTests
{
    [Fact]
    public async Task A_new_session_knows_its_users_roles_and_what_they_allow_together()
    {
        await using var app = await UserRolesApp.StartAsync();

        var frontend = await app.SignInAsync("editor", "viewer");

        Assert.Equal(["editor", "viewer"], Values(frontend, "st-role"));
        Assert.Equal(["read", "write"], Values(frontend, "st-perm"));
    }

    [Theory]
    [InlineData(true, false, "st-perm")]
    [InlineData(false, true, "st-role")]
    [InlineData(true, true, "")]
    public async Task Claims_can_be_left_out_of_new_sessions_and_are_fetched_when_asked_for(bool skipRoles, bool skipPermissions, string left)
    {
        await using var app = await UserRolesApp.StartAsync(builder => builder.AddUserRoles(options =>
        {
            options.SkipAddingRolesToAccessToken = skipRoles;
            options.SkipAddingPermissionsToAccessToken = skipPermissions;
        }));
        var frontend = await app.SignInAsync("editor");
        Assert.Equal(left, string.Join(',', frontend.Payload.Select(claim => claim.Key).Where(key => key is "st-role" or "st-perm")));

        await (await frontend.GetAsync("/role/authorize")).AssertAsync(HttpStatusCode.OK, "in");
        await (await frontend.GetAsync("/permission/extension")).AssertAsync(HttpStatusCode.OK, "in");
        Assert.Equal(["editor"], Values(frontend, "st-role"));
        Assert.Equal(["read", "write"], Values(frontend, "st-perm"));
    }

    [Fact]
    public async Task The_configuration_section_binds()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SuperTokens:UserRoles:SkipAddingRolesToAccessToken"] = "true",
        }).Build();
        await using var app = await UserRolesApp.StartAsync(builder =>
        {
            builder.Services.RemoveAll<IUserRolesRecipe>();
            builder.Services.RemoveAll<ISessionClaimSource>();
            builder.Services.AddSuperTokens(configuration.GetSection("SuperTokens")).AddUserRoles();
        });

        var frontend = await app.SignInAsync("editor");

        Assert.False(frontend.Payload.ContainsKey("st-role"));
        Assert.Equal(["read", "write"], Values(frontend, "st-perm"));
    }

    [Fact]
    public async Task A_role_given_later_counts_once_the_claims_are_fetched_again()
    {
        await using var app = await UserRolesApp.StartAsync();
        var frontend = await app.SignInAsync();
        await app.Recipe.AddRoleToUserAsync("public", "ann", "editor");

        using (var stale = await frontend.GetAsync("/both"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, stale.StatusCode);
        }

        (await frontend.PostAsync("/fetch")).AssertOk();

        (await frontend.GetAsync("/both")).AssertOk();
        (await frontend.GetAsync("/role/authorize")).AssertOk();
    }

    [Fact]
    public async Task A_role_taken_away_counts_until_the_claims_are_as_old_as_allowed()
    {
        await using var app = await UserRolesApp.StartAsync();
        var frontend = await app.SignInAsync("editor");
        await app.Recipe.RemoveUserRoleAsync("public", "ann", "editor");

        app.Sessions.App.Time.Advance(TimeSpan.FromSeconds(59));
        (await frontend.GetAsync("/fresh")).AssertOk();
        app.Sessions.App.Time.Advance(TimeSpan.FromSeconds(2));
        (await frontend.GetAsync("/both")).AssertOk();
        using var response = await frontend.GetAsync("/fresh");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(Values(frontend, "st-role"));
        await (await frontend.GetAsync("/role/authorize")).AssertAsync(
            HttpStatusCode.Forbidden,
            """{"message":"invalid claim","claimValidationErrors":[{"id":"st-role","reason":{"message":"wrong value","expectedToInclude":"editor","actualValue":[]}}]}""");
    }

    [Fact]
    public async Task A_deleted_role_is_taken_from_everybody_in_every_tenant()
    {
        await using var app = await UserRolesApp.StartAsync();
        await app.CreateTenantAsync("t1");
        await app.Recipe.AddRoleToUserAsync("t1", "bob", "editor");
        await app.SignInAsync("editor", "viewer");

        Assert.Equal(new DeleteRoleResult(true), await app.Recipe.DeleteRoleAsync("editor"));
        await app.Recipe.CreateNewRoleOrAddPermissionsAsync("editor", ["write"]);

        var ann = await app.SignInAsync();
        Assert.Equal(["viewer"], Values(ann, "st-role"));
        Assert.Equal(["read"], Values(ann, "st-perm"));
        Assert.Empty(Values(await app.SignInToAsync("t1", "bob"), "st-role"));
    }

    [Fact]
    public async Task A_role_deleted_while_permissions_are_read_allows_nothing()
    {
        await using var app = await UserRolesApp.StartAsync(builder => builder.Override<IUserRolesRecipe, WithGhost>());

        var frontend = await app.SignInAsync("viewer");

        Assert.Equal(["viewer", "ghost"], Values(frontend, "st-role"));
        Assert.Equal(["read"], Values(frontend, "st-perm"));
    }

    [Fact]
    public async Task While_the_core_is_down_nobody_signs_in_without_claims_and_nobody_is_let_in_by_missing_ones()
    {
        await using var app = await UserRolesApp.StartAsync(builder => builder.AddUserRoles(options => options.SkipAddingRolesToAccessToken = true));
        var frontend = await app.SignInAsync("editor");
        app.Sessions.Core.BrokenPath = "/public/recipe/user/roles";

        using var role = await frontend.GetAsync("/role/extension");
        Assert.Equal(HttpStatusCode.InternalServerError, role.StatusCode);
        var stranger = app.Sessions.CreateFrontend();
        using var login = await stranger.PostAsync("/login/bob");
        Assert.Equal(HttpStatusCode.InternalServerError, login.StatusCode);
        Assert.Null(stranger.AccessToken);
    }

    private static string[] Values(Frontend frontend, string claim) => [.. frontend.Payload[claim]!["v"]!.AsArray().Select(value => (string)value!)];

    private sealed class WithGhost(IUserRolesRecipe original) : DelegatingUserRolesRecipe(original)
    {
        public override async Task<RolesResult> GetRolesForUserAsync(string tenantId, string userId, CancellationToken cancellationToken = default)
            => new([.. (await base.GetRolesForUserAsync(tenantId, userId, cancellationToken)).Roles, "ghost"]);
    }
}
