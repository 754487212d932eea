using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.UserRoles;

public sealed class FunctionTests
{
    [Fact]
    public async Task Roles_are_given_and_taken_and_unknown_ones_are_an_answer()
    {
        await using var app = await UserRolesApp.StartAsync();
        var recipe = app.Recipe;

        Assert.Equal(new AddRoleToUserResult.Ok(false), await recipe.AddRoleToUserAsync("public", "ann", "viewer"));
        Assert.Equal(new AddRoleToUserResult.Ok(true), await recipe.AddRoleToUserAsync("public", "ann", " viewer "));
        Assert.Equal(["viewer"], (await recipe.GetRolesForUserAsync("public", "ann")).Roles.ToArray());
        Assert.Equal(["ann"], Assert.IsType<GetUsersThatHaveRoleResult.Ok>(await recipe.GetUsersThatHaveRoleAsync("public", "viewer")).UserIds.ToArray());
        Assert.Equal(new RemoveUserRoleResult.Ok(true), await recipe.RemoveUserRoleAsync("public", "ann", "viewer"));
        Assert.Equal(new RemoveUserRoleResult.Ok(false), await recipe.RemoveUserRoleAsync("public", "ann", "viewer"));
        Assert.Empty((await recipe.GetRolesForUserAsync("public", "ann")).Roles);

        Assert.IsType<AddRoleToUserResult.UnknownRole>(await recipe.AddRoleToUserAsync("public", "ann", "unknown"));
        Assert.IsType<RemoveUserRoleResult.UnknownRole>(await recipe.RemoveUserRoleAsync("public", "ann", "unknown"));
        Assert.IsType<GetUsersThatHaveRoleResult.UnknownRole>(await recipe.GetUsersThatHaveRoleAsync("public", "unknown"));
        Assert.IsType<GetPermissionsForRoleResult.UnknownRole>(await recipe.GetPermissionsForRoleAsync("unknown"));
        Assert.IsType<RemovePermissionsFromRoleResult.UnknownRole>(await recipe.RemovePermissionsFromRoleAsync("unknown", ["x"]));
        Assert.Equal(new DeleteRoleResult(false), await recipe.DeleteRoleAsync("unknown"));
    }

    [Fact]
    public async Task Permissions_are_added_to_a_role_and_only_the_named_ones_are_taken()
    {
        await using var app = await UserRolesApp.StartAsync();
        var recipe = app.Recipe;

        Assert.Equal(new CreateNewRoleOrAddPermissionsResult(false), await recipe.CreateNewRoleOrAddPermissionsAsync("editor", ["delete", "read"]));
        Assert.IsType<RemovePermissionsFromRoleResult.Ok>(await recipe.RemovePermissionsFromRoleAsync("editor", ["write", "never had"]));
        Assert.IsType<RemovePermissionsFromRoleResult.Ok>(await recipe.RemovePermissionsFromRoleAsync("editor", []));

        Assert.Equal(["delete", "read"], Assert.IsType<GetPermissionsForRoleResult.Ok>(await recipe.GetPermissionsForRoleAsync("editor")).Permissions.ToArray());
        Assert.Equal(["editor", "viewer"], (await recipe.GetRolesThatHavePermissionAsync("read")).Roles.ToArray());
        Assert.Empty((await recipe.GetRolesThatHavePermissionAsync("write")).Roles);
        Assert.Equal(["editor", "viewer"], (await recipe.GetAllRolesAsync()).Roles.ToArray());
    }

    [Theory]
    [InlineData("a&role=editor")]
    [InlineData("'; drop table roles; --")]
    [InlineData("ünï-漢字-🙂")]
    [InlineData("../../recipe/roles")]
    public async Task Hostile_names_are_data(string name)
    {
        await using var app = await UserRolesApp.StartAsync();

        await app.Recipe.CreateNewRoleOrAddPermissionsAsync(name, [name]);
        await app.Recipe.AddRoleToUserAsync("public", name, name);

        Assert.Equal([name], (await app.Recipe.GetRolesForUserAsync("public", name)).Roles.ToArray());
        Assert.Equal([name], Assert.IsType<GetPermissionsForRoleResult.Ok>(await app.Recipe.GetPermissionsForRoleAsync(name)).Permissions.ToArray());
        Assert.Equal([name], (await app.Recipe.GetRolesThatHavePermissionAsync(name)).Roles.ToArray());
        Assert.Equal([name], Assert.IsType<GetUsersThatHaveRoleResult.Ok>(await app.Recipe.GetUsersThatHaveRoleAsync("public", name)).UserIds.ToArray());
    }

    [Fact]
    public async Task A_tenants_name_cannot_lead_elsewhere_and_an_unknown_tenant_is_an_error()
    {
        await using var app = await UserRolesApp.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => app.Recipe.GetRolesForUserAsync("appid-other", "ann"));
        await Assert.ThrowsAsync<ArgumentException>(() => app.Recipe.AddRoleToUserAsync("public/../t1", "ann", "editor"));
        await Assert.ThrowsAsync<CoreException>(() => app.Recipe.AddRoleToUserAsync("unknown", "ann", "editor"));
    }

    [Theory]
    [InlineData("""{"status":"OK"}""")]
    [InlineData("""{"status":"OK","roles":[null],"permissions":[null],"users":[null]}""")]
    [InlineData("""{"status":"OK","roles":"editor"}""")]
    [InlineData("""{"status":"SOMETHING_ELSE","roles":["editor"]}""")]
    [InlineData("{}")]
    public async Task A_core_that_makes_no_sense_is_an_error_and_gives_nobody_a_role(string answer)
    {
        var core = new StubCore();
        foreach (var route in (string[])[
            "PUT /recipe/role", "POST /recipe/role/remove", "GET /recipe/roles", "GET /recipe/role/permissions", "GET /recipe/permission/roles",
            "GET /public/recipe/role/users", "GET /public/recipe/user/roles", "PUT /public/recipe/user/role", "POST /public/recipe/user/role/remove"])
        {
            core.Answer(route, answer);
        }

        core.Answer("POST /recipe/role/permissions/remove", """{"status":"SOMETHING_ELSE"}""");
        await using var app = await TestApp.StartAsync(core, builder => builder.AddUserRoles());
        var recipe = app.Services.GetRequiredService<IUserRolesRecipe>();

        foreach (var call in (Func<Task>[])[
            () => recipe.AddRoleToUserAsync("public", "u", "r"), () => recipe.RemoveUserRoleAsync("public", "u", "r"),
            () => recipe.GetRolesForUserAsync("public", "u"), () => recipe.GetUsersThatHaveRoleAsync("public", "r"),
            () => recipe.CreateNewRoleOrAddPermissionsAsync("r", []), () => recipe.GetPermissionsForRoleAsync("r"),
            () => recipe.RemovePermissionsFromRoleAsync("r", []), () => recipe.GetRolesThatHavePermissionAsync("p"),
            () => recipe.DeleteRoleAsync("r"), () => recipe.GetAllRolesAsync()])
        {
            await Assert.ThrowsAsync<CoreException>(call);
        }
    }

    [Fact]
    public async Task An_override_is_what_the_claims_ask_and_survives_adding_the_recipe_again()
    {
        await using var app = await UserRolesApp.StartAsync(builder => builder.Override<IUserRolesRecipe, EverybodyEdits>().AddUserRoles());

        var frontend = await app.SignInAsync();

        using var response = await frontend.GetAsync("/both");
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
    }

    private sealed class EverybodyEdits(IUserRolesRecipe original) : DelegatingUserRolesRecipe(original)
    {
        public override Task<RolesResult> GetRolesForUserAsync(string tenantId, string userId, CancellationToken cancellationToken = default)
            => Task.FromResult(new RolesResult(["editor"]));
    }
}
