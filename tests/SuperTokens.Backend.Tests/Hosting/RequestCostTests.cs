using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting;

/// <summary>What must stay cheap, counted in bytes and calls.</summary>
public sealed class RequestCostTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/products/17")]
    [InlineData("/authors")]
    [InlineData("/auth")]
    [InlineData("/auth/nothing")]
    [InlineData("/auth/tenant-1/nothing")]
    public async Task A_request_that_is_not_for_SuperTokens_passes_the_dispatcher_without_an_allocation(string path)
    {
        await using var app = await SessionApp.StartAsync();
        var dispatcher = app.App.Services.GetRequiredService<SuperTokensDispatcher>();
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = path;
        Assert.False(await dispatcher.TryHandleAsync(context));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var handled = dispatcher.TryHandleAsync(context);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.False(await handled);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public async Task Signing_in_takes_at_most_four_calls_to_the_core()
    {
        await using var app = await SessionApp.StartAsync(setUp: builder => builder.AddEmailPassword());
        var form = new JsonObject
        {
            ["formFields"] = new JsonArray(
                new JsonObject { ["id"] = "email", ["value"] = "someone@example.com" },
                new JsonObject { ["id"] = "password", ["value"] = "correct-horse-1" }),
        };
        var frontend = app.CreateFrontend();
        (await frontend.PostAsync("/auth/signup", form)).AssertOk();
        var before = app.Core.Calls.Count;
        (await frontend.PostAsync("/auth/signin", form)).AssertOk();

        Assert.InRange(app.Core.Calls.Count - before, 1, 4);
        Assert.NotNull(frontend.AccessToken);
    }
}
