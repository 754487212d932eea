using Microsoft.AspNetCore.Cors.Infrastructure;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what a host without a middleware pipeline needs.</summary>
public static class SuperTokensPipelineBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="SuperTokensPipeline"/>, for hosts where <c>UseSuperTokens</c> cannot be called, such as Azure Functions. The page of the
    /// development inbox is then served by <see cref="SuperTokensPipeline.TryHandleInboxAsync"/> only.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configureCors">Adds the application's own headers or methods, as in <c>policy => policy.WithHeaders("x-page")</c>. Default: nothing.</param>
    /// <returns>The same builder.</returns>
    public static SuperTokensBuilder UsePipeline(this SuperTokensBuilder builder, Action<CorsPolicyBuilder>? configureCors = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // Without these, [Authorize] would be read by nobody.
        builder.Services.AddAuthenticationCore();
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton(services => new SuperTokensPipeline(
            services, services.GetRequiredService<ErrorResponder>(), services.GetService<DevelopmentInboxServer>(), configureCors));
        return builder;
    }
}
