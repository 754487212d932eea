using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Core;

namespace SuperTokens.Testing.Leaks;

/// <summary>Has every application of the tests watched for leaks in the same way.</summary>
public static class LeakCheck
{
    /// <summary>
    /// Keeps all that the application logs, at every level, instead of writing it to the console; notes the secrets in the headers of its requests and in what it says
    /// to the core. When its services are disposed of, that fails if anything was logged that must not be. Call it behind <c>AddSuperTokens</c>.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="log">Where to keep it. Default: a new one.</param>
    /// <returns>What a test may tell of further secrets.</returns>
    public static LeakScanner AddLeakCheck(this IServiceCollection services, TestLog? log = null)
    {
        var leaks = new LeakScanner();
        var kept = log ?? new TestLog();

        // The console and others that the host brings; a test's own provider is an instance.
        foreach (var provider in services.Where(service => service.ServiceType == typeof(ILoggerProvider) && service.ImplementationInstance is null).ToList())
        {
            services.Remove(provider);
        }

        services.AddLogging(logging => logging.AddProvider(kept).SetMinimumLevel(LogLevel.Trace));
        services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(() => new LeakHandler(leaks));

        // A factory, so that the container disposes of it.
        services.AddSingleton<IStartupFilter>(_ => new Filter(leaks, kept));
        return leaks;
    }

    // Hosts ask for startup filters when they start, and what was asked for is disposed of with them.
    private sealed class Filter(LeakScanner leaks, TestLog log) : IStartupFilter, IDisposable
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                leaks.AddHeaders(name => context.Request.Headers[name]);
                try
                {
                    await rest(context);
                }
                finally
                {
                    leaks.AddHeaders(name => context.Response.Headers[name]);
                }
            });
            next(app);
        };

        public void Dispose() => leaks.AssertNone(log);
    }
}
