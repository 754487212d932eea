using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.EmailPassword;

namespace SuperTokens.Backend.Users;

public sealed class UserIdMappingTests
{
    [Fact]
    public async Task A_user_has_the_apps_own_id_everywhere_until_it_is_taken_back()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var users = app.App.Services.GetRequiredService<IUserDirectory>();
        var id = await SignUpAsync(app);

        Assert.IsType<CreateUserIdMappingResult.Ok>(await users.CreateUserIdMappingAsync(id, "ann-1", "from the old system"));

        Assert.Equal("ann-1", (await users.GetUserAsync(id))!.Id);
        Assert.Equal("ann-1", (string)(await app.SignInAsync("ann@example.com")).Json["user"]!["id"]!);
        Assert.Equal(new GetUserIdMappingResult.Ok(id, "ann-1", "from the old system"), await users.GetUserIdMappingAsync(id, UserIdType.SuperTokens));
        Assert.Equal(new GetUserIdMappingResult.Ok(id, "ann-1", "from the old system"), await users.GetUserIdMappingAsync("ann-1"));
        Assert.IsType<GetUserIdMappingResult.UnknownMapping>(await users.GetUserIdMappingAsync("ann-1", UserIdType.SuperTokens));

        Assert.True((await users.DeleteUserIdMappingAsync("ann-1", UserIdType.External, force: true)).DidMappingExist);
        Assert.False((await users.DeleteUserIdMappingAsync("ann-1", UserIdType.Any)).DidMappingExist);
        Assert.Equal(id, (await users.GetUserAsync(id))!.Id);
    }

    [Fact]
    public async Task The_note_of_a_mapping_is_changed_and_deleted()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var users = app.App.Services.GetRequiredService<IUserDirectory>();
        var id = await SignUpAsync(app);
        await users.CreateUserIdMappingAsync(id, "ann-1", "first");

        Assert.IsType<UpdateUserIdMappingInfoResult.Ok>(await users.UpdateOrDeleteUserIdMappingInfoAsync("ann-1", "second"));
        Assert.Equal("second", Assert.IsType<GetUserIdMappingResult.Ok>(await users.GetUserIdMappingAsync(id)).ExternalUserIdInfo);
        Assert.IsType<UpdateUserIdMappingInfoResult.Ok>(await users.UpdateOrDeleteUserIdMappingInfoAsync(id, null, UserIdType.SuperTokens));
        Assert.Null(Assert.IsType<GetUserIdMappingResult.Ok>(await users.GetUserIdMappingAsync(id)).ExternalUserIdInfo);
        Assert.IsType<UpdateUserIdMappingInfoResult.UnknownMapping>(await users.UpdateOrDeleteUserIdMappingInfoAsync("unknown", "note"));
    }

    [Fact]
    public async Task Ids_that_are_taken_unknown_or_in_use_are_refused()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var users = app.App.Services.GetRequiredService<IUserDirectory>();
        var id = await SignUpAsync(app);
        Assert.IsType<CreateUserIdMappingResult.UnknownSuperTokensUserId>(await users.CreateUserIdMappingAsync("unknown", "x"));
        await users.CreateUserIdMappingAsync(id, "ann-1");

        Assert.Equal(new CreateUserIdMappingResult.MappingAlreadyExists(true, false), await users.CreateUserIdMappingAsync(id, "ann-2"));

        await app.SignInAsync("ann@example.com");
        Assert.Equal(400, (await Assert.ThrowsAsync<CoreException>(() => users.DeleteUserIdMappingAsync("ann-1"))).StatusCode);
    }

    [Fact]
    public async Task An_overridden_directory_serves_the_recipes()
    {
        await using var app = await EmailPasswordApp.StartAsync(builder => builder.Override<IUserDirectory, Closed>());
        await app.SignUpAsync("ann@example.com");

        Assert.Equal("""{"status":"OK","exists":false}""", (await app.GetAsync("/auth/emailpassword/email/exists?email=ann@example.com")).Text);
    }

    private static async Task<string> SignUpAsync(EmailPasswordApp app)
        => Assert.IsType<CreateRecipeUserResult.Ok>(await app.Recipe.CreateNewRecipeUserAsync("public", "ann@example.com", EmailPasswordApp.Password)).User.Id;

    private sealed class Closed(IUserDirectory inner) : DelegatingUserDirectory(inner)
    {
        public override Task<System.Collections.Immutable.ImmutableArray<User>> ListUsersByAccountInfoAsync(
            string tenantId, AccountInfo accountInfo, bool doUnionOfAccountInfo = false, CancellationToken cancellationToken = default)
            => Task.FromResult<System.Collections.Immutable.ImmutableArray<User>>([]);
    }
}
