using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;

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

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_users_sessions_are_found_and_ended_under_whatever_ids_they_were_made(bool isPrimaryMapped, bool isLinkedMapped)
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var sessions = app.Services.GetRequiredService<ISessionRecipe>();
        var primary = await app.CreatePasswordlessPrimaryUserAsync("ann@example.com");
        await app.SignUpAsync("ann@example.com");
        var linked = (await app.UserOfAsync("ann@example.com")).LoginMethods[1].RecipeUserId.Value;
        if (isPrimaryMapped)
        {
            await app.Users.CreateUserIdMappingAsync(primary.Id, "ann-1", force: true);
        }

        if (isLinkedMapped)
        {
            await sessions.RevokeAllSessionsForUserAsync(linked);
            await app.Users.CreateUserIdMappingAsync(linked, "ann-2", force: true);
            await LinkingApp.SignInAsync(app.Browser(), "ann@example.com");
        }

        var userId = (await app.UserOfAsync("ann@example.com")).Id;
        Assert.Equal(isPrimaryMapped ? "ann-1" : primary.Id, userId);

        var found = Assert.Single(await sessions.GetAllSessionHandlesForUserAsync(userId));
        Assert.Empty(await sessions.GetAllSessionHandlesForUserAsync(userId, fetchSessionsForAllLinkedAccounts: false));
        Assert.Empty(await sessions.RevokeAllSessionsForUserAsync(userId, revokeSessionsForLinkedAccounts: false));
        Assert.Equal(found, Assert.Single(await sessions.RevokeAllSessionsForUserAsync(userId)));
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
