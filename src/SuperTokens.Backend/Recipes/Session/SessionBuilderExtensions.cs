using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Diagnostics.Flows;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the session recipe.</summary>
public static class SessionBuilderExtensions
{
    /// <summary>
    /// Adds sessions: refresh and sign-out endpoints, <see cref="IRequestSessions"/>, <c>RequireSession</c>, and an
    /// authentication scheme that is the default where the application names no other.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options in code, after the configuration section <c>SuperTokens:Session</c>. Default: none.</param>
    /// <returns>The same builder. Calling this again only adds to the options.</returns>
    public static SuperTokensBuilder AddSession(this SuperTokensBuilder builder, Action<SessionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(ISessionRecipe)))
        {
            AddParts(builder, services);
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    /// <summary>Adds a claim of the application's own to every new session, and to the services.</summary>
    /// <typeparam name="TClaim">The claim, such as a class derived from <see cref="PrimitiveClaim{T}"/>. Its constructor takes services.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder. Calling this again with the same claim changes nothing.</returns>
    public static SuperTokensBuilder AddSessionClaim<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClaim>(this SuperTokensBuilder builder)
        where TClaim : SessionClaim
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.AddSession().Services;
        if (services.All(service => service.ServiceType != typeof(TClaim)))
        {
            services.AddSingleton<TClaim>();
            services.AddSingleton<ISessionClaimSource>(provider => new AddedSessionClaim(provider.GetRequiredService<TClaim>()));
        }

        return builder;
    }

    /// <summary>
    /// Adds a type for access tokens' payloads, so that endpoints can take a <see cref="SessionContainer{TPayload}"/>. There may be several. Sessions are
    /// given their payload where they are created.
    /// </summary>
    /// <typeparam name="TPayload">The payload's type. It sees standard claims too; what it does not name is left out.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="payloadType">How it is read, from a source-generated context: <c>AppJson.Default.MyPayload</c>.</param>
    /// <returns>The same builder. Calling this again for the same type replaces how it is read.</returns>
    public static SuperTokensBuilder AddSessionPayload<TPayload>(this SuperTokensBuilder builder, JsonTypeInfo<TPayload> payloadType)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(payloadType);
        var services = builder.AddSession().Services;
        if (services.All(service => service.ServiceType != typeof(SessionPayload<TPayload>)))
        {
            services.AddSingleton<SessionPayload>(provider => provider.GetRequiredService<SessionPayload<TPayload>>());
        }

        services.Replace(ServiceDescriptor.Singleton(new SessionPayload<TPayload>(payloadType)));
        return builder;
    }

    private static void AddParts(SuperTokensBuilder builder, IServiceCollection services)
    {
        var options = services.AddOptions<SessionOptions>().ValidateOnStart();
        if (builder.FindSection("Session") is { } section)
        {
            options.Configure(_ =>
            {
                section.RequireName(nameof(SessionOptions.AntiCsrf), nameof(AntiCsrfMode.None), nameof(AntiCsrfMode.ViaCustomHeader), nameof(AntiCsrfMode.ViaToken));
                section.RequireName(nameof(SessionOptions.CookiePrefix), nameof(SessionCookiePrefix.None), nameof(SessionCookiePrefix.Secure), nameof(SessionCookiePrefix.Host));
                section.RequireName(nameof(SessionOptions.TokenTransferMethod), nameof(TokenTransferMethod.Any), nameof(TokenTransferMethod.Cookie), nameof(TokenTransferMethod.Header));
                section.RequireName(nameof(SessionOptions.CookieSameSite), nameof(SameSiteMode.Strict), nameof(SameSiteMode.Lax), nameof(SameSiteMode.None));
            }).Bind(section);
        }

        services.AddSingleton<IValidateOptions<SessionOptions>, SessionOptionsValidator>();
        services.AddSingleton<SessionSettings>();
        services.AddSingleton<SessionTransfer>();
        services.AddSingleton<SessionClaims>();
        services.AddSingleton<SessionCore>();
        services.AddSingleton<SessionRecorder>();
        services.AddSingleton<SessionContainerFactory>();
        services.AddSingleton<AccessTokenKeys>();
        services.AddSingleton<AccessTokenCache>();
        services.AddSingleton<AccessTokenReader>();
        services.AddSingleton<AccessTokenVerifier>();
        services.AddSingleton<ISessionRecipe, SessionRecipe>();
        services.AddSingleton(provider => new Lazy<ISessionRecipe>(provider.GetRequiredService<ISessionRecipe>));
        services.AddSingleton(provider => new SignInTimeClaim(provider.GetRequiredService<Lazy<ISessionRecipe>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISessions, Sessions>();
        services.AddSingleton<RequestSessions>();
        services.AddSingleton<IRequestSessions>(provider => provider.GetRequiredService<RequestSessions>());
        services.Add(ObservedDescriptor.Singleton<ISessionApi, SessionApi, ObservedSessionApi>());
        builder.Limit<ISessionApi>((api, limits) => new RateLimitedSessionApi(api, limits));
        services.AddSingleton<ISuperTokensEndpoints, SessionEndpoints>();
        services.AddSingleton<SessionErrorHandler>();
        services.AddSingleton<ISuperTokensErrorHandler>(provider => provider.GetRequiredService<SessionErrorHandler>());
        services.AddSingleton<SessionPrincipals>();
        services.AddSingleton<SessionGate>();
        services.AddSingleton<MatcherPolicy, RequiredSessionPolicy>();
        services.AddSingleton<SessionAuthentication>();
        services.AddSingleton(provider => new Lazy<SessionAuthentication>(provider.GetRequiredService<SessionAuthentication>));
        services.AddSingleton(_ => new TokenlessRequests(services.Last(service => service.ServiceType == typeof(ISessionRecipe)).ImplementationType == typeof(SessionRecipe)));
        services.AddSingleton<HubRequirements>();
        services.AddSingleton<SessionHubFilter>();
        services.AddOptions<HubOptions>().Configure<SessionHubFilter>((options, filter) => options.AddFilter(filter));
        services.AddSingleton<IAuthorizationHandler, SessionRequirementsHandler>();

        // AddAuthentication would bring data protection along, whose keys nothing here uses.
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, SuperTokensAuthenticationHandler>(SuperTokensDefaults.AuthenticationScheme, null);
        services.PostConfigure<AuthenticationOptions>(authentication => authentication.DefaultScheme ??= SuperTokensDefaults.AuthenticationScheme);
        services.AddAuthorizationBuilder()
            .AddPolicy(EndpointRequirement.Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new EndpointRequirement()));
    }
}
