using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class SigningKeyTests
{
    private const string FetchKeys = "GET /.well-known/jwks.json";

    [Fact]
    public async Task Keys_are_fetched_once_for_all_who_wait()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        var gate = new TaskCompletionSource();
        app.Core.Gate = gate.Task;
        var requests = Enumerable.Range(0, 10).Select(_ => frontend.Copy().GetAsync("/sessioninfo")).ToArray();
        gate.SetResult();

        Assert.All(await Task.WhenAll(requests), response => response.AssertOk());
        Assert.Equal(1, app.Core.Count(FetchKeys));
    }

    [Fact]
    public async Task An_unknown_key_id_fetches_the_keys_again_but_not_during_the_cool_down()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        frontend.AccessToken = WithUnknownKey(frontend.AccessToken!);

        await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
        Assert.Equal(1, app.Core.Count(FetchKeys));

        app.App.Time.Advance(TimeSpan.FromMilliseconds(501));
        await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
        await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
        Assert.Equal(2, app.Core.Count(FetchKeys));
    }

    [Fact]
    public async Task A_session_signed_with_a_key_the_core_made_later_is_verified()
    {
        await using var app = await SessionApp.StartAsync(core: new CoreConfig { AccessTokenDynamicSigningKeyUpdateInterval = 1, AccessTokenValidity = 100 * 3600 });
        var early = await app.SignInAsync();
        (await early.GetAsync("/sessioninfo")).AssertOk();
        app.App.Time.Advance(TimeSpan.FromMinutes(90));

        var late = await app.SignInAsync(userId: "user-2");

        Assert.NotEqual(KeyId(early.AccessToken!), KeyId(late.AccessToken!));
        (await late.GetAsync("/sessioninfo")).AssertOk();
        (await early.GetAsync("/sessioninfo")).AssertOk();
        Assert.Equal(2, app.Core.Count(FetchKeys));
    }

    [Fact]
    public async Task Old_keys_are_fetched_again_without_keeping_anyone_waiting()
    {
        await using var app = await SessionApp.StartAsync(session => session.JwksRefreshInterval = TimeSpan.FromMinutes(10));
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        app.App.Time.Advance(TimeSpan.FromMinutes(11));
        var gate = new TaskCompletionSource();
        app.Core.Gate = gate.Task;

        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        gate.SetResult();

        // The fetch was started in the background: it is the only thing to wait for.
        var patience = Stopwatch.StartNew();
        while (app.Core.Count(FetchKeys) < 2 && patience.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(10);
        }

        Assert.Equal(2, app.Core.Count(FetchKeys));
    }

    private static string KeyId(string token) => (string)JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]))!["kid"]!;

    private static string WithUnknownKey(string token)
    {
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]))!;
        header["kid"] = "d-unknown";
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString())) + token[token.IndexOf('.', StringComparison.Ordinal)..];
    }
}
