using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the options of recipes and other parts.</summary>
internal static class RecipeOptionsExtensions
{
    /// <summary>Adds options bound to a sub-section of the SuperTokens section (when there is one) and validated at start. Does nothing the second time.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <typeparam name="TValidator">Their validator.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="section">The sub-section's name, such as <c>EmailPassword</c>.</param>
    /// <param name="bind">Binds the section to the options. Written where the type is known: the binder is generated at the call.</param>
    public static void AddRecipeOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions, TValidator>(
        this IServiceCollection services, string section, Action<IConfiguration, TOptions> bind)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>, new()
    {
        if (services.Any(service => service.ImplementationInstance is TValidator))
        {
            return;
        }

        services.AddOptions<TOptions>()
            .Configure<IServiceProvider>((options, provider) =>
            {
                if (provider.GetService<SuperTokensConfigurationSection>() is { } superTokens)
                {
                    bind(superTokens.Section.GetSection(section), options);
                }
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(new TValidator());
    }
}
