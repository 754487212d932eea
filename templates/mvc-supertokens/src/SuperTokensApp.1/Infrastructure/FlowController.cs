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
    private const string NoticeKey = "Notice";
    private const string ProblemKey = "Problem";

    /// <summary>What SuperTokens' flows get beside their input.</summary>
    protected ApiContext Api { get; private set; } = null!;

    /// <summary>Whether somebody is signed in, also one whose address is still to be verified.</summary>
    protected bool IsSignedIn { get; private set; }

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var tenantId = Request.Query[TenantKey] is [{ Length: > 0 } given] ? given : DefaultTenant;
        if (!await UseTenantAsync(tenantId))
        {
            context.Result = NotFound();
            return;
        }

        var session = await HttpContext.AuthenticateAsync();
        IsSignedIn = session.Succeeded || session.Failure is InvalidClaimsException;
        if (TempData[ProblemKey] is string problem)
        {
            ModelState.AddModelError("", problem);
        }

        await base.OnActionExecutionAsync(context, next);
    }

    /// <summary>Goes on for a tenant.</summary>
    /// <returns>False when there is none of that id.</returns>
    protected async Task<bool> UseTenantAsync(string tenantId)
    {
        if (await contexts.CreateAsync(HttpContext, tenantId, HttpContext.RequestAborted) is not { } api)
        {
            return false;
        }

        Api = api;
        return true;
    }

    /// <summary>Goes where people wanted to go, or home.</summary>
    protected IActionResult Return() => Return(ReturnAddress.Of(Request, Url));

    /// <summary>Goes where people wanted to go, or home.</summary>
    protected IActionResult Return(string? address) => LocalRedirect(Url.IsLocalUrl(address) ? address : "~/");

    /// <summary>Says something good on the next page.</summary>
    protected void Notify(string text) => TempData[NoticeKey] = text;

    /// <summary>Goes to the sign-in page, which says what went wrong.</summary>
    protected IActionResult Fail(string text, string? returnUrl)
    {
        TempData[ProblemKey] = text;
        return RedirectToSignIn(returnUrl);
    }

    /// <summary>Goes to the sign-in page.</summary>
    protected IActionResult RedirectToSignIn(string? returnUrl)
        => RedirectToAction("SignIn", "SignIn", new { tenantId = Api.TenantId == DefaultTenant ? null : Api.TenantId, returnUrl });
}
