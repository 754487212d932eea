using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Recipes.Session;

/// <content>The session as a parameter of endpoints.</content>
public sealed partial class SessionContainer<TPayload>
{
    /// <summary>
    /// Gives minimal APIs the request's session and its payload as a parameter, as
    /// <see cref="SessionContainer.BindAsync(HttpContext, ParameterInfo)"/> does.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The session, or null.</returns>
    /// <exception cref="UnauthorisedException">There is no session and the parameter is not nullable.</exception>
    /// <exception cref="TryRefreshTokenException">The access token must not be trusted; the frontend should refresh.</exception>
    /// <exception cref="InvalidClaimsException">A claim is not as required, or the payload has not the shape of the type.</exception>
    /// <exception cref="InvalidOperationException"><c>AddSessionPayload</c> was not called for the type.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "Minimal APIs bind a parameter through a static method of its type.")]
    public static async ValueTask<SessionContainer<TPayload>?> BindAsync(HttpContext context, ParameterInfo parameter)
        => await SessionContainer.BindAsync(context, parameter) is { } session ? SessionPayload<TPayload>.Of(context.RequestServices).Read(session) : null;
}
