using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SuperTokens.FunctionsWorker.StandIn;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>
/// As in the package Worker, but that there is no Functions host: Kestrel listens where <c>ASPNETCORE_URLS</c> says. Configuration is that of the real
/// one: appsettings.json, user secrets during development, environment, command line; the environment's name is <c>AZURE_FUNCTIONS_ENVIRONMENT</c>.
/// </summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _builder;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    internal FunctionsApplicationBuilder(string[] args)
    {
        // The tools that start apps here know ASP.NET Core's name only.
        var environment = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT");
        _builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = environment ?? Environments.Production });
        _builder.Services.AddMvc();
    }

    public ConfigurationManager Configuration => _builder.Configuration;

    public IHostEnvironment Environment => _builder.Environment;

    public ILoggingBuilder Logging => _builder.Logging;

    public IMetricsBuilder Metrics => _builder.Metrics;

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_builder).Properties;

    public IServiceCollection Services => _builder.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>Makes the application: all functions of the assembly that was started.</summary>
    /// <exception cref="InvalidOperationException">The Functions host would not serve one of them.</exception>
    public IHost Build()
    {
        var app = _builder.Build();
        var pipeline = _middleware.AsEnumerable().Reverse().Aggregate((FunctionExecutionDelegate)FunctionCall.RunAsync, (next, middleware) => middleware(next));
        FunctionHost.Map(app, System.Reflection.Assembly.GetEntryAssembly()!, pipeline);
        return app;
    }

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull
        => ((IHostApplicationBuilder)_builder).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    internal void UseRequests() => Use(next => context => FunctionCall.WithRequestAsync(context, next));
}
