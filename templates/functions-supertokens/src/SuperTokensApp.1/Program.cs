using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using SuperTokensApp._1;

var builder = FunctionsApplication.CreateBuilder(args);

#if (openTelemetry)
builder.AddTelemetry();

#endif
// In this order: the first line brings the request that the second one checks.
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<SuperTokensMiddleware>();

builder.AddSignIn();

builder.Build().Run();
