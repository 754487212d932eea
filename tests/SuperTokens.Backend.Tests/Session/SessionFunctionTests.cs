using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class SessionFunctionTests
{
    [Fact]
    public async Task Sessions_are_listed_read_changed_and_revoked_by_handle()
    {
        await using var app = await SessionApp.StartAsync();
        var recipe = app.App.Services.GetRequiredService<ISessionRecipe>();
        var one = await CreateAsync(recipe, "user-1");
        var two = await CreateAsync(recipe, "user-1");
        var other = await CreateAsync(recipe, "user-2");

        Assert.Equal(new[] { one.Handle, two.Handle }.Order(), (await recipe.GetAllSessionHandlesForUserAsync("user-1")).Order());
        Assert.Equal(2, (await recipe.GetAllSessionHandlesForUserAsync("user-1", tenantId: "public")).Length);
        Assert.Empty(await recipe.GetAllSessionHandlesForUserAsync("nobody"));

        Assert.True(await recipe.UpdateSessionDataInDatabaseAsync(one.Handle, new JsonObject { ["seats"] = 3 }));
        Assert.True(await recipe.MergeIntoAccessTokenPayloadAsync(one.Handle, new JsonObject { ["plan"] = "pro", ["given"] = null }));
        var information = Assert.IsType<SessionInformation>(await recipe.GetSessionInformationAsync(one.Handle));
        Assert.Equal(("user-1", "user-1", "public"), (information.UserId, information.RecipeUserId.Value, information.TenantId));
        Assert.Equal("""{"seats":3}""", information.SessionDataInDatabase.ToJsonString());
        Assert.Equal("""{"plan":"pro"}""", information.CustomClaimsInAccessTokenPayload.ToJsonString());
        Assert.Equal(app.App.Time.GetUtcNow().ToUnixTimeMilliseconds(), information.TimeCreated);

        Assert.Equal<string>([one.Handle], await recipe.RevokeMultipleSessionsAsync([one.Handle, "unknown"]));
        Assert.True(await recipe.RevokeSessionAsync(two.Handle));
        Assert.False(await recipe.RevokeSessionAsync(two.Handle));
        Assert.Equal<string>([other.Handle], await recipe.RevokeAllSessionsForUserAsync("user-2"));
    }

    [Fact]
    public async Task An_unknown_handle_is_no_error()
    {
        await using var app = await SessionApp.StartAsync();
        var recipe = app.App.Services.GetRequiredService<ISessionRecipe>();
        var claim = new PrimitiveClaim<string>("plan", (_, _, _, _, _) => new(new ClaimValue<string>("pro")));

        Assert.Null(await recipe.GetSessionInformationAsync("unknown"));
        Assert.False(await recipe.UpdateSessionDataInDatabaseAsync("unknown", []));
        Assert.False(await recipe.MergeIntoAccessTokenPayloadAsync("unknown", []));
        Assert.False(await recipe.FetchAndSetClaimAsync("unknown", claim));
        Assert.False(await recipe.SetClaimValueAsync("unknown", claim, "free"));
        Assert.False(await recipe.RemoveClaimAsync("unknown", claim));
        Assert.IsType<GetClaimValueResult<string>.SessionDoesNotExist>(await recipe.GetClaimValueAsync("unknown", claim));
        Assert.IsType<ValidateSessionClaimsResult.SessionDoesNotExist>(await app.App.Services.GetRequiredService<ISessions>().ValidateClaimsAsync("unknown"));
    }

    [Fact]
    public async Task Claims_are_fetched_set_read_and_removed_by_handle()
    {
        await using var app = await SessionApp.StartAsync();
        var recipe = app.App.Services.GetRequiredService<ISessionRecipe>();
        var claim = new PrimitiveClaim<string>("plan", (_, _, _, _, _) => new(new ClaimValue<string>("pro")));
        var handle = (await CreateAsync(recipe, "user-1")).Handle;

        Assert.True(await recipe.FetchAndSetClaimAsync(handle, claim));
        Assert.Equal("pro", await ValueAsync());
        Assert.True(await recipe.SetClaimValueAsync(handle, claim, "free"));
        Assert.Equal("free", await ValueAsync());
        Assert.True(await recipe.RemoveClaimAsync(handle, claim));
        Assert.Null(await ValueAsync());

        async Task<string?> ValueAsync()
        {
            var result = Assert.IsType<GetClaimValueResult<string>.Ok>(await recipe.GetClaimValueAsync(handle, claim));
            return result.Value.HasValue ? result.Value.Value : null;
        }
    }

    [Fact]
    public async Task A_session_without_a_request_is_created_verified_and_validated()
    {
        await using var app = await SessionApp.StartAsync();
        var sessions = app.App.Services.GetRequiredService<ISessions>();
        var claim = new BooleanClaim("verified", (_, _, _, _, _) => new(new ClaimValue<bool>(false)));
        var created = await sessions.CreateAsync(new NewSession(new RecipeUserId("user-1")) { AccessTokenPayload = new JsonObject { ["sub"] = "evil", ["plan"] = "pro" } });

        var verified = Assert.IsType<SessionContainer>(await sessions.GetAsync(created.AccessToken));
        Assert.Equal(("user-1", "pro", "http://localhost:4000/auth"), (verified.UserId, (string?)verified.AccessTokenPayload["plan"], (string?)verified.AccessTokenPayload["iss"]));
        Assert.Equal("user-1", (string?)verified.AccessTokenPayload["sub"]);
        Assert.True(created.GetAllSessionTokensDangerously().AccessAndFrontTokenUpdated);
        Assert.False(verified.GetAllSessionTokensDangerously().AccessAndFrontTokenUpdated);
        await Assert.ThrowsAsync<UnauthorisedException>(() => sessions.GetAsync("garbage"));
        Assert.Null(await sessions.GetAsync("garbage", options: new VerifySessionOptions { SessionRequired = false }));

        var result = Assert.IsType<ValidateSessionClaimsResult.Ok>(await sessions.ValidateClaimsAsync(created.Handle, (_, _) => [claim.IsTrue()]));
        Assert.Equal("verified", Assert.Single(result.InvalidClaims).Id);
        var refreshed = await app.App.Services.GetRequiredService<ISessionRecipe>().RefreshSessionAsync(created.GetAllSessionTokensDangerously().RefreshToken!);
        Assert.False((bool?)refreshed.AccessTokenPayload["verified"]!["v"]);
    }

    [Fact]
    public async Task A_session_knows_its_data_and_times_and_that_it_is_gone()
    {
        await using var app = await SessionApp.StartAsync();
        var recipe = app.App.Services.GetRequiredService<ISessionRecipe>();
        var session = await CreateAsync(recipe, "user-1");

        await session.UpdateSessionDataInDatabaseAsync(new JsonObject { ["x"] = 1 });
        Assert.Equal("""{"x":1}""", (await session.GetSessionDataFromDatabaseAsync()).ToJsonString());
        Assert.Equal(app.App.Time.GetUtcNow().ToUnixTimeMilliseconds(), (await session.GetTimeCreatedAsync()).ToUnixTimeMilliseconds());
        Assert.Equal(TimeSpan.FromDays(100), await session.GetExpiryAsync() - await session.GetTimeCreatedAsync());

        await session.RevokeAsync();
        await Assert.ThrowsAsync<UnauthorisedException>(() => session.GetSessionDataFromDatabaseAsync());
        await Assert.ThrowsAsync<UnauthorisedException>(() => session.UpdateSessionDataInDatabaseAsync([]));
        await Assert.ThrowsAsync<UnauthorisedException>(() => session.GetExpiryAsync());
        await Assert.ThrowsAsync<UnauthorisedException>(() => session.MergeIntoAccessTokenPayloadAsync(new JsonObject { ["a"] = 1 }));
    }

    private static Task<SessionContainer> CreateAsync(ISessionRecipe recipe, string userId)
        => recipe.CreateNewSessionAsync(new NewSession(new RecipeUserId(userId)) { AccessTokenPayload = new JsonObject { ["given"] = true } });
}
