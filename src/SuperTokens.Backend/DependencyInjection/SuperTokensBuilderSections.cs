using Microsoft.Extensions.Configuration;
using SuperTokens.Backend.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Finds a recipe's part of the configuration given to <c>AddSuperTokens</c>.</summary>
internal static class SuperTokensBuilderSections
{
    /// <summary>Finds a recipe's sub-section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The recipe's name.</param>
    /// <returns>The section, or null when SuperTokens was configured in code.</returns>
    public static IConfigurationSection? FindSection(this SuperTokensBuilder builder, string name)
        => (builder.Services.LastOrDefault(service => service.ServiceType == typeof(SuperTokensConfigurationSection))
            ?.ImplementationInstance as SuperTokensConfigurationSection)?.Section.GetSection(name);
}
