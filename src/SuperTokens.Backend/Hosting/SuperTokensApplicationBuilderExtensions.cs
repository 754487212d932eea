using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.Doctor;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts SuperTokens into an application's request pipeline.</summary>
public static class SuperTokensApplicationBuilderExtensions
{
    private const string Used = "SuperTokens.Used";

    /// <summary>
    /// Lets the website, and no other origin, call this API from a browser with credentials: SuperTokens' own endpoints and
    /// the application's. Call it before <see cref="UseSuperTokens"/>.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="configure">Adds the application's own headers or methods, as in <c>policy => policy.WithHeaders("x-page")</c>. Default: nothing.</param>
    /// <returns>The application.</returns>
    /// <exception cref="InvalidOperationException"><see cref="UseSuperTokens"/> was called before, or <c>AddSuperTokens</c> was not called.</exception>
    public static IApplicationBuilder UseSuperTokensCors(this IApplicationBuilder app, Action<CorsPolicyBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var used = RequireServices(app, nameof(UseSuperTokensCors));
        if (app.Properties.ContainsKey(Used))
        {
            throw new InvalidOperationException(
                "UseSuperTokensCors comes after UseSuperTokens, so browsers could not call the sign-in endpoints. "
                + "Write app.UseSuperTokensCors(); before app.UseSuperTokens();.");
        }

        used.Cors(app);
        return app.UseMiddleware<SuperTokensCorsMiddleware>(configure ?? (_ => { }));
    }

    /// <summary>
    /// Serves the frontend API (FDI) under <c>AppInfo:ApiBasePath</c>, answers for SuperTokens' exceptions thrown by what
    /// comes after it, and authenticates requests. Call <c>UseAuthorization</c> after it.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <returns>The application.</returns>
    /// <exception cref="InvalidOperationException"><c>AddSuperTokens</c> was not called.</exception>
    public static IApplicationBuilder UseSuperTokens(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        RequireServices(app, nameof(UseSuperTokens)).SuperTokens(app);
        app.Properties[Used] = true;
        app.UseMiddleware<SuperTokensMiddleware>();
        return app.ApplicationServices.GetService<IAuthenticationSchemeProvider>() is null ? app : app.UseAuthentication();
    }

    // A service that needs no settings: those that are wrong are for the start to tell, all of them at once.
    private static UsedMiddleware RequireServices(IApplicationBuilder app, string caller)
        => app.ApplicationServices.GetService<UsedMiddleware>()
            ?? throw new InvalidOperationException($"{caller} needs SuperTokens' services. Call builder.Services.AddSuperTokens(…) before building the application.");
}
