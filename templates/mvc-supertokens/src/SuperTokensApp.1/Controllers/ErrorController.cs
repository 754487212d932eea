using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SuperTokensApp._1.Infrastructure;
using SuperTokensApp._1.Models;

namespace SuperTokensApp._1.Controllers;

/// <summary>The pages for what goes wrong. Scripts and programs get the status alone.</summary>
[SignInPage]
[IgnoreAntiforgeryToken]    // a form that was refused must not be refused again
public class ErrorController : Controller
{
    /// <summary>Where <c>PageSessions</c> leads people who may not see a page.</summary>
    [HttpGet("access-denied")]
    public IActionResult AccessDenied() => Show(StatusCodes.Status403Forbidden, "AccessDenied");

    /// <summary>An exception nobody caught. What it says is in the log, under the request's id.</summary>
    [Route("/error")]
    public IActionResult Failed()
        => HttpContext.Features.Get<IExceptionHandlerFeature>() is null
            ? NotFound()
            : Show(StatusCodes.Status500InternalServerError, "Failed", requestId: Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier);

    /// <summary>An answer without a body. A parameter could be one of the fields of a form that was refused, so there is none.</summary>
    [Route("/error/answer")]
    public IActionResult Answer()
        => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { OriginalStatusCode: var status }
            ? StaleForms.IsOne(HttpContext) ? Show(status, "StaleForm", ReturnAddress.OfPage(Request)) : Show(status, status switch
            {
                StatusCodes.Status400BadRequest => "BadRequest",
                StatusCodes.Status403Forbidden => "AccessDenied",
                >= StatusCodes.Status500InternalServerError => "Failed",
                _ => "NotFound",
            })
            : NotFound();

    private IActionResult Show(int status, string name, string? address = null, string? requestId = null)
    {
        Response.StatusCode = status;
        return Request.IsForPage() ? View("Index", new ErrorPage(name, Url.IsLocalUrl(address) ? address : null, requestId)) : new EmptyResult();
    }
}
