using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the user roles recipe.</summary>
public static class UserRolesBuilderExtensions
{
    /// <summary>
    /// Adds roles and permissions: <see cref="IUserRolesRecipe"/>, the claims <see cref="UserRoleClaim"/> and <see cref="PermissionClaim"/> in
    /// every new session, and with them <c>[Authorize(Roles = …)]</c>, <c>RequireRole</c> and <c>RequirePermission</c>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options in code, after the configuration section <c>SuperTokens:UserRoles</c>. Default: none.</param>
    /// <returns>The same builder. Calling this again only applies <paramref name="configure"/>.</returns>
    public static SuperTokensBuilder AddUserRoles(this SuperTokensBuilder builder, Action<UserRolesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IUserRolesRecipe)))
        {
            builder.AddSession();
            var options = services.AddOptions<UserRolesOptions>();
            if (builder.FindSection("UserRoles") is { } section)
            {
                options.Bind(section);
            }

            services.AddSingleton<IUserRolesRecipe, UserRolesRecipe>();
            services.AddSingleton(provider => new Lazy<IUserRolesRecipe>(provider.GetRequiredService<IUserRolesRecipe>));
            services.AddSingleton(provider => new UserRoleClaim(
                provider.GetRequiredService<Lazy<IUserRolesRecipe>>(), provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton(provider => new PermissionClaim(
                provider.GetRequiredService<Lazy<IUserRolesRecipe>>(), provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<ISessionClaimSource, UserRolesClaimSource>();
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }
}
