using SuperTokens.Backend.Recipes.UserMetadata;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the user metadata recipe.</summary>
public static class UserMetadataBuilderExtensions
{
    /// <summary>Adds user metadata: one JSON object a user, read and written by <see cref="IUserMetadataRecipe"/>. It has no settings and no endpoints.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder. Calling this again changes nothing.</returns>
    public static SuperTokensBuilder AddUserMetadata(this SuperTokensBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IUserMetadataRecipe)))
        {
            services.AddSingleton<IUserMetadataRecipe, UserMetadataRecipe>();
        }

        return builder;
    }
}
