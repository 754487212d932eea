using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>A page with which people sign in, or get back to where they can. It belongs to the tenant that its address names.</summary>
[SignInPage]
public abstract class FlowController(ApiContextFactory contexts) : Controller
{
    public const string TenantKey = "tenantId";

    private const string DefaultTenant = "public";

    private static readonly VerifySessionOptions s_anySession = new()
    {
        SessionRequired = false,
        OverrideGlobalClaimValidators = (_, _, _) => ValueTask.FromResult<IReadOnlyList<SessionClaimValidator>>([]),
    };

    /// <summary>What SuperTokens' flows get beside their input.</summary>
    protected ApiContext Api { get; private set; } = null!;

    /// <summary>Whether somebody is signed in, also one whose address is still to be verified.</summary>
    protected bool IsSignedIn { get; private set; }

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var tenantId = Request.Query[TenantKey] is [{ Length: > 0 } given] ? given : DefaultTenant;
        if (await contexts.CreateAsync(HttpContext, tenantId, HttpContext.RequestAborted) is not { } api)
        {
            context.Result = NotFound();
            return;
        }

        Api = api;
        var session = await HttpContext.AuthenticateAsync();
        IsSignedIn = session.Succeeded || session.Failure is InvalidClaimsException;
        await base.OnActionExecutionAsync(context, next);
    }

    /// <summary>The session of the request, whatever it may be used for: one that still needs a verified address can be ended, too.</summary>
    protected Task<SessionContainer?> FindSessionAsync(CancellationToken cancellationToken)
        => HttpContext.RequestServices.GetRequiredService<IRequestSessions>().GetAsync(HttpContext, s_anySession, cancellationToken);

    /// <summary>Goes where people wanted to go, or home.</summary>
    protected IActionResult Return() => LocalRedirect(ReturnAddress.Of(Request, Url) ?? Url.Content("~/"));
}
