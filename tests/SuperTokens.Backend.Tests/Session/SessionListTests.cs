using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class SessionListTests
{
    [Fact]
    public async Task A_session_lists_all_of_its_user_newest_first_and_nobody_elses()
    {
        await using var app = await StartAsync();
        var first = await app.SignInAsync();
        app.App.Time.Advance(TimeSpan.FromMinutes(1));
        await app.SignInAsync();
        await app.SignInAsync(userId: "user-2");
        var listed = (await ReadAsync(await first.GetAsync("/sessions/20"))).Split(' ');
        Assert.Equal(["2", "new", "own"], listed);
    }

    [Fact]
    public async Task However_few_are_read_the_own_session_is_among_them_and_all_are_counted()
    {
        await using var app = await StartAsync();
        var first = await app.SignInAsync();
        for (var i = 0; i < 12; i++)
        {
            app.App.Time.Advance(TimeSpan.FromMinutes(1));
            await app.SignInAsync();
        }

        Assert.Equal("13 own", await ReadAsync(await first.GetAsync("/sessions/1")));
        var sessions = await app.App.Services.GetRequiredService<ISessions>().ListAsync("user-1", 10);
        Assert.Equal((10, 13), (sessions.Sessions.Length, sessions.Count));
        Assert.Equal(sessions.Sessions.OrderByDescending(session => session.TimeCreated), sessions.Sessions);
    }

    [Fact]
    public async Task Signing_out_elsewhere_ends_every_session_of_the_user_but_this_one()
    {
        await using var app = await StartAsync();
        var here = await app.SignInAsync();
        var there = await app.SignInAsync();
        var somebody = await app.SignInAsync(userId: "user-2");
        Assert.Equal("1", await ReadAsync(await here.PostAsync("/others")));
        Assert.Equal("0", await ReadAsync(await here.PostAsync("/others")));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await there.GetAsync("/check-db")).StatusCode);
        (await here.GetAsync("/check-db")).EnsureSuccessStatusCode();
        (await somebody.GetAsync("/check-db")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_session_ends_others_of_its_user_and_nobody_elses_whatever_the_handle()
    {
        await using var app = await StartAsync();
        var here = await app.SignInAsync();
        var there = await app.SignInAsync();
        var somebody = await app.SignInAsync(userId: "user-2");
        Assert.Equal("false", await ReadAsync(await here.PostAsync($"/end/{await HandleAsync(somebody)}")));
        Assert.Equal("false", await ReadAsync(await here.PostAsync("/end/nothing")));
        (await somebody.GetAsync("/check-db")).EnsureSuccessStatusCode();
        Assert.Equal("true", await ReadAsync(await here.PostAsync($"/end/{await HandleAsync(there)}")));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await there.GetAsync("/check-db")).StatusCode);
    }

    private static Task<SessionApp> StartAsync() => SessionApp.StartAsync(map: web =>
    {
        web.MapGet("/sessions/{limit}", async (SessionContainer session, int limit) =>
        {
            var all = await session.ListAllAsync(limit);
            return $"{all.Count} {string.Join(' ', all.Sessions.Select(one => one.Handle == session.Handle ? "own" : "new"))}";
        }).RequireSession();
        web.MapPost("/others", async (SessionContainer session) => await session.RevokeOthersAsync()).RequireSession();
        web.MapPost("/end/{handle}", async (SessionContainer session, string handle) => await session.RevokeOneAsync(handle)).RequireSession();
    });

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> HandleAsync(Frontend frontend)
        => (string)System.Text.Json.Nodes.JsonNode.Parse(await ReadAsync(await frontend.GetAsync("/sessioninfo")))!["sessionHandle"]!;
}
