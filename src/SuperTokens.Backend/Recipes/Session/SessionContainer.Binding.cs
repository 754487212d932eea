using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;

namespace SuperTokens.Backend.Recipes.Session;

/// <content>The session as a parameter of endpoints.</content>
[ModelBinder(typeof(SessionContainerModelBinder))]
public sealed partial class SessionContainer
{
    /// <summary>
    /// Gives minimal APIs the request's session as a parameter: the one <c>RequireSession</c> or <c>[Authorize]</c> verified, or
    /// one verified now. A nullable parameter, or one with the default null, is null without a session; otherwise the request is refused. The package
    /// keeps the information that a parameter is nullable in apps that are trimmed or compiled ahead of time; where an app drops it again
    /// (<c>NullabilityInfoContextSupport</c>), a parameter is null where <c>RequireSession</c> lets requests without a session pass.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The session, or null.</returns>
    /// <exception cref="UnauthorisedException">There is no session and the parameter is not nullable.</exception>
    /// <exception cref="TryRefreshTokenException">The access token must not be trusted; the frontend should refresh.</exception>
    /// <exception cref="InvalidClaimsException">A claim is not as required.</exception>
    public static async ValueTask<SessionContainer?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(parameter);
        return context.GetSession()
            ?? await context.RequestServices.GetRequiredService<IRequestSessions>()
                .GetAsync(context, new VerifySessionOptions { SessionRequired = !IsOptional(context, parameter) }, context.RequestAborted);
    }

    /// <summary>Whether a parameter takes null for a request without a session.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>True for a nullable one and for one with a default.</returns>
    internal static bool IsOptional(HttpContext context, ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue)
        {
            return true;
        }

        try
        {
            return new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        }
        catch (InvalidOperationException)
        {
            return context.Features.Get<NoSessionFeature>() is not null;
        }
    }
}
