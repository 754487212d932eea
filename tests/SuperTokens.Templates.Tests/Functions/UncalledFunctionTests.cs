using Microsoft.AspNetCore.Authorization;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokensApp._1;

namespace SuperTokens.Templates.Tests.Functions;

/// <summary>What the template's middleware does with functions that no request triggers: timers, queues, and tools that agents call.</summary>
public sealed class UncalledFunctionTests
{
    [Theory]
    [InlineData(typeof(Jobs), nameof(Jobs.Open), true)]
    [InlineData(typeof(ProtectedJobs), nameof(ProtectedJobs.Open), true)]
    [InlineData(typeof(Jobs), nameof(Jobs.Closed), false)]
    [InlineData(typeof(Jobs), nameof(Jobs.Twice), false)]
    [InlineData(typeof(ProtectedJobs), nameof(ProtectedJobs.Inherits), false)]
    public async Task A_function_that_asks_who_calls_does_not_run_where_nobody_knows(Type type, string method, bool runs)
    {
        var ran = false;

        // The pipeline is for requests, and there is none.
        var middleware = new SuperTokensMiddleware(superTokens: null!);

        var call = middleware.Invoke(new UncalledFunctionContext(type, method), _ =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        Assert.Equal(!runs, await Record.ExceptionAsync(() => call) is InvalidOperationException);
        Assert.Equal(runs, ran);
    }

    private static class Jobs
    {
        public static void Open()
        {
            // What it does is no matter here, as with the others.
        }

        [RequireSession]
        public static void Closed() => Open();

        [RequireRole("admin")]
        public static void Twice() => Open();

        public static void Twice(int times) => Open();
    }

    [RequireSession]
    private static class ProtectedJobs
    {
        public static void Inherits() => Open();

        [AllowAnonymous]
        public static void Open()
        {
            // As above.
        }
    }
}
