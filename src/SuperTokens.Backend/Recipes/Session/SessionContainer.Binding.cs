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
    /// one verified now. A nullable parameter is null without a session; otherwise the request is refused. An app that is trimmed or
    /// compiled ahead of time only knows that a parameter is nullable with <c>NullabilityInfoContextSupport</c> set to true in its project; else
    /// the session is required.
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
                .GetAsync(context, new VerifySessionOptions { SessionRequired = !IsNullable(parameter) }, context.RequestAborted);
    }

    private static bool IsNullable(ParameterInfo parameter)
    {
        // A trimmed application may have no nullability information: then a session is required.
        try
        {
            return new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
