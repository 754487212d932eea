namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>As in the package Worker.Extensions.Http.AspNetCore.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Gives functions their request: middleware that was added before sees none.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseRequests();
        return builder;
    }
}
