using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Build;

/// <summary>The flow that judges generated apps notices when one does not follow the protocol.</summary>
public sealed class SignInFlowTests
{
    [Fact]
    public async Task An_app_that_lets_people_in_without_a_session_fails_with_what_was_expected_and_what_came()
    {
        var failure = await RunAsync(app =>
        {
            app.MapGet("/hello", () => "hello");
            app.MapGet("/sessioninfo", () => "you are in");
        });

        Assert.Contains("/sessioninfo", failure.Message, StringComparison.Ordinal);
        Assert.Contains("should answer with status 401", failure.Message, StringComparison.Ordinal);
        Assert.Contains("you are in", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_up_without_tokens_fails()
    {
        var failure = await RunAsync(app =>
        {
            app.MapGet("/hello", () => "hello");
            app.MapGet("/sessioninfo", () => Results.Json(new { message = "unauthorised" }, statusCode: 401));
            app.MapPost("/auth/signup", () => new { status = "OK", user = new { id = "1" } });
        });

        Assert.Contains("should answer with a header st-access-token", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_is_not_there_fails()
    {
        using var flow = new SignInFlow(new Uri("http://127.0.0.1:1"), "/auth", ["emailpassword"]);

        await Assert.ThrowsAsync<BuildException>(() => flow.RunAsync((_, step) => step(), CancellationToken.None));
    }

    private static async Task<BuildException> RunAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        map(app);
        await app.StartAsync();
        using var flow = new SignInFlow(new Uri(app.Urls.Single()), "/auth", ["emailpassword"]);
        return await Assert.ThrowsAsync<BuildException>(() => flow.RunAsync((_, step) => step(), CancellationToken.None));
    }
}
