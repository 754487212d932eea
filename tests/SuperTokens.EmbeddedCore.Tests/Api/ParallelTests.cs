using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class ParallelTests : IDisposable
{
    private readonly TestCore _core = new();

    [Fact]
    public async Task Two_sign_ups_of_one_e_mail_at_once_make_one_user()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => _core.SignUpAsync(i % 2 == 0 ? "same@example.com" : " SAME@example.com ")));
        Assert.Single(answers, answer => (string?)answer["status"] == "OK");
        Assert.Equal(15, answers.Count(answer => (string?)answer["status"] == "EMAIL_ALREADY_EXISTS_ERROR"));
        Assert.Equal(1, (int)(await _core.GetAsync("/users/count"))["count"]!);
    }

    [Fact]
    public async Task Parallel_refreshes_with_one_token_all_succeed_and_only_one_child_lives_on()
    {
        var created = await _core.CreateSessionAsync();
        var refreshToken = (string)created["refreshToken"]!["token"]!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _core.RefreshAsync(refreshToken)));
        Assert.All(answers, answer => Assert.Equal("OK", (string?)answer["status"]));
        var children = answers.Select(answer => (string)answer["refreshToken"]!["token"]!).ToList();
        Assert.Equal(16, children.Distinct().Count());

        Assert.Equal("OK", (string?)(await _core.RefreshAsync(children[0]))["status"]);
        Assert.Equal("TOKEN_THEFT_DETECTED", (string?)(await _core.RefreshAsync(children[1]))["status"]);
    }

    [Fact]
    public async Task A_reset_token_used_many_times_at_once_works_once()
    {
        var user = (await _core.SignUpAsync("reset@example.com"))["user"]!;
        var token = (string)(await _core.PostAsync(
            "/recipe/user/password/reset/token",
            new JsonObject { ["userId"] = (string)user["id"]!, ["email"] = "reset@example.com" }))["token"]!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            _core.PostAsync("/recipe/user/password/reset/token/consume", new JsonObject { ["method"] = "token", ["token"] = token })));
        Assert.Single(answers, answer => (string?)answer["status"] == "OK");
    }

    [Fact]
    public async Task First_requests_at_once_share_one_pair_of_keys()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _core.GetAsync("/.well-known/jwks.json")));
        Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct());
        Assert.Equal(2, answers[0]["keys"]!.AsArray().Count);
    }

    [Fact]
    public async Task Everything_at_once_while_keys_rotate_ends_well()
    {
        var session = await _core.CreateSessionAsync();
        var token = (string)session["accessToken"]!["token"]!;
        _core.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(30));
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 4) switch
        {
            0 => _core.CreateSessionAsync(),
            1 => _core.PostAsync("/recipe/session/regenerate", new JsonObject { ["accessToken"] = token, ["userDataInJWT"] = new JsonObject { ["n"] = i } }),
            2 => _core.RefreshAsync((string)session["refreshToken"]!["token"]!),
            _ => _core.GetAsync("/recipe/session/user?userId=user"),
        }));
        Assert.All(answers, answer => Assert.Equal("OK", (string?)answer["status"]));
    }

    public void Dispose() => _core.Dispose();
}
