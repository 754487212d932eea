using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Users;

public sealed class UserDirectoryTests
{
    [Fact]
    public async Task Users_are_found_listed_counted_and_deleted()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var users = app.App.Services.GetRequiredService<IUserDirectory>();
        foreach (var name in (string[])["ann", "bob", "cem"])
        {
            await app.Recipe.SignUpAsync("public", $"{name}@example.com", "Str0ngPassw0rd");
            app.App.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var bob = Assert.Single(await users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = "BOB@example.com" }));
        Assert.Equal("bob@example.com", (await users.GetUserAsync(bob.Id))!.Emails.Single());
        Assert.Null(await users.GetUserAsync("unknown"));

        var first = await users.ListUsersAsync(new UserQuery { Limit = 2 });
        var second = await users.ListUsersAsync(new UserQuery { Limit = 2, PaginationToken = first.NextPaginationToken });
        Assert.Equal(["ann@example.com", "bob@example.com", "cem@example.com"], first.Users.Concat(second.Users).Select(user => user.Emails.Single()));
        Assert.Null(second.NextPaginationToken);
        Assert.Equal("cem@example.com", (await users.ListUsersAsync(new UserQuery { NewestFirst = true })).Users[0].Emails.Single());

        Assert.Equal(3, await users.CountUsersAsync());
        Assert.Equal(3, await users.CountUsersAsync("public", ["emailpassword"]));
        Assert.Equal(0, await users.CountUsersAsync("public", ["thirdparty"]));

        await users.DeleteUserAsync(bob.Id);
        Assert.Null(await users.GetUserAsync(bob.Id));
        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.SignInAsync("bob@example.com")).Status);
    }

    [Fact]
    public async Task Everything_the_core_says_about_a_user_is_kept()
    {
        var core = new StubCore().Answer("GET /user/id", """
            {"status":"OK","user":{"id":"p1","isPrimaryUser":true,"tenantIds":["public","t1"],"timeJoined":7,"emails":["ann@example.com"],"phoneNumbers":["+14155550100"],
             "thirdParty":[{"id":"google","userId":"g1"}],"webauthn":{"credentialIds":["c1"]},"newField":{},
             "loginMethods":[
               {"recipeId":"webauthn","recipeUserId":"w1","tenantIds":["t1"],"timeJoined":8,"verified":true,"email":"ann@example.com","webauthn":{"credentialIds":["c1"]}},
               {"recipeId":"thirdparty","recipeUserId":"p1","tenantIds":["public"],"timeJoined":7,"verified":true,"email":"ann@example.com","thirdParty":{"id":"google","userId":"g1"}},
               {"recipeId":"passwordless","recipeUserId":"x1","tenantIds":["public"],"timeJoined":9,"verified":true,"phoneNumber":"+14155550100"}]}}
            """);
        await using var app = await TestApp.StartAsync(core);

        var user = (await app.Services.GetRequiredService<IUserDirectory>().GetUserAsync("p 1&x=y"))!;

        Assert.Equal("?userId=p%201%26x%3Dy", core.Calls[0].Query);
        Assert.Equal(("p1", true, 7L), (user.Id, user.IsPrimaryUser, user.TimeJoined));
        Assert.Equal(["w1", "p1", "x1"], user.LoginMethods.Select(method => method.RecipeUserId.Value));
        Assert.Equal("c1", Assert.Single(user.LoginMethods[0].WebAuthnCredentialIds));
        Assert.Equal(new ThirdPartyAccount("google", "g1"), user.LoginMethods[1].ThirdParty);
        Assert.Equal("+14155550100", user.LoginMethods[2].PhoneNumber);
    }

    [Theory]
    [InlineData("""{"status":"OK"}""")]
    [InlineData("""{"status":"OK","user":{"id":"u1"}}""")]
    [InlineData("""{"status":"SOMETHING_NEW"}""")]
    [InlineData("""{}""")]
    public async Task Answer_that_makes_no_sense_is_a_core_failure(string answer)
    {
        await using var app = await TestApp.StartAsync(new StubCore().Answer("GET /user/id", answer));
        await Assert.ThrowsAsync<Core.CoreException>(() => app.Services.GetRequiredService<IUserDirectory>().GetUserAsync("u1"));
    }

    [Theory]
    [InlineData("""{"status":"SOMETHING_NEW"}""")]
    [InlineData("""{"status":"SOMETHING_NEW","users":[],"count":0}""")]
    public async Task Status_that_is_not_known_is_a_core_failure_of_every_call(string answer)
    {
        var core = new StubCore().Answer("GET /public/users/by-accountinfo", answer).Answer("GET /public/users", answer)
            .Answer("GET /public/users/count", answer).Answer("POST /user/remove", answer);
        await using var app = await TestApp.StartAsync(core);
        var users = app.Services.GetRequiredService<IUserDirectory>();

        await Assert.ThrowsAsync<Core.CoreException>(() => users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = "ann@example.com" }));
        await Assert.ThrowsAsync<Core.CoreException>(() => users.ListUsersAsync());
        await Assert.ThrowsAsync<Core.CoreException>(() => users.CountUsersAsync());
        await Assert.ThrowsAsync<Core.CoreException>(() => users.DeleteUserAsync("u1"));
    }

    [Fact]
    public async Task Query_parts_that_are_not_set_are_not_sent()
    {
        var core = new StubCore()
            .Answer("GET /t1/users/by-accountinfo", """{"status":"OK","users":[]}""")
            .Answer("GET /public/users", """{"status":"OK","users":[]}""")
            .Answer("GET /public/users/count", """{"status":"OK","count":0}""");
        await using var app = await TestApp.StartAsync(core);
        var users = app.Services.GetRequiredService<IUserDirectory>();

        await users.ListUsersByAccountInfoAsync("t1", new AccountInfo { ThirdParty = new ThirdPartyAccount("google", "g1") }, doUnionOfAccountInfo: true);
        await users.ListUsersAsync();
        await users.CountUsersAsync();

        Assert.Equal(
            ["?thirdPartyId=google&thirdPartyUserId=g1&doUnionOfAccountInfo=true", "?timeJoinedOrder=ASC", "?includeAllTenants=true"],
            core.Calls.Select(call => call.Query));
    }
}
