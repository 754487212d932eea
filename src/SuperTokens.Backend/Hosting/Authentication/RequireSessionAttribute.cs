using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only requests with a session reach a controller, an action or a minimal API's handler; others get the protocol's 401 or
/// 403. The session is at <c>HttpContext.GetSession()</c>, or in a <see cref="SessionContainer"/> parameter. Outside controllers,
/// routing must come before <c>UseSuperTokens</c>, as it does by itself in a <c>WebApplication</c>; else nobody is let in.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireSessionAttribute : Attribute, IAsyncAuthorizationFilter
{
    private bool? _antiCsrfCheck;

    /// <summary>Whether a request without a session is refused (401). Default: true.</summary>
    public bool SessionRequired { get; set; } = true;

    /// <summary>Whether the anti-CSRF rule is applied. Default: to every method but GET.</summary>
    public bool AntiCsrfCheck
    {
        get => _antiCsrfCheck ?? true;
        set => _antiCsrfCheck = value;
    }

    /// <summary>Whether the core is asked if the session still exists. Default: false.</summary>
    public bool CheckDatabase { get; set; }

    internal VerifySessionOptions Options => new() { SessionRequired = SessionRequired, AntiCsrfCheck = _antiCsrfCheck, CheckDatabase = CheckDatabase };

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!await context.HttpContext.RequestServices.GetRequiredService<SessionGate>().TryPassAsync(context.HttpContext, Options))
        {
            // The answer is written: what is left is to run nothing more.
            context.Result = new EmptyResult();
        }
    }
}
