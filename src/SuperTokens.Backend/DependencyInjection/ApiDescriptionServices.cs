using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting.OpenApi;
using SuperTokens.Backend.Recipes.Session;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what documents about the API are made of. Nothing of it is made before one is asked for.</summary>
internal static class ApiDescriptionServices
{
    public static void AddSuperTokensApiDescriptions(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, FdiApiDescriptionProvider>());
        services.TryAddSingleton(provider => new ApiSecurity(
            provider,
            provider.GetService<SessionSettings>(),
            provider.GetService<IAuthorizationPolicyProvider>(),
            provider.GetRequiredService<IOptions<AuthenticationOptions>>()));
        if (!JsonSerializer.IsReflectionEnabledByDefault)
        {
            // Elsewhere the shapes are found by reflection. Last, because apps set the resolver and would drop this one.
            services.PostConfigure<JsonOptions>(options => options.SerializerOptions.TypeInfoResolverChain.Add(FdiJsonContext.Default));
        }
    }
}
