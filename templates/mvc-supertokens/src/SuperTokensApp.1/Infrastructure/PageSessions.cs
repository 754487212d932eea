using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Recipes.Session;
using SessionOptions = SuperTokens.Backend.Recipes.Session.SessionOptions;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>Leads people on where a session is missing or not enough. Scripts get the status and JSON of SuperTokens instead.</summary>
public static class PageSessions
{
    public static void Configure(SessionOptions options)
    {
        options.ErrorHandlers.OnUnauthorised = (context, _, token) => LeadAsync(context, "/sign-in", StatusCodes.Status401Unauthorized, new { message = "unauthorised" }, token);
        options.ErrorHandlers.OnTokenTheftDetected = (context, _, token) => LeadAsync(context, "/sign-in", StatusCodes.Status401Unauthorized, new { message = "token theft detected" }, token);
        options.ErrorHandlers.OnTryRefreshToken = (context, _, token) => LeadAsync(context, "/continue", StatusCodes.Status401Unauthorized, new { message = "try refresh token" }, token);
        options.ErrorHandlers.OnInvalidClaims = (context, invalid, token) => LeadAsync(
            context,
            invalid.Errors.Any(error => error.Id == "st-ev") ? "/verify-email" : "/access-denied",
            StatusCodes.Status403Forbidden,
            new { message = "invalid claim", claimValidationErrors = invalid.Errors },
            token);
    }

    private static Task LeadAsync(HttpContext context, string page, int status, object answer, CancellationToken cancellationToken)
    {
        // What SuperTokens serves itself has no endpoint in here, and is called by scripts.
        if (context.GetEndpoint() is null || !context.Request.IsForPage())
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsJsonAsync(answer, cancellationToken);
        }

        var appInfo = context.RequestServices.GetRequiredService<SuperTokensAppInfo>();
        var query = new Dictionary<string, string?> { [ReturnAddress.Key] = ReturnAddress.OfPage(context.Request) };
        if (context.GetEndpoint()!.Metadata.GetMetadata<SignInPageAttribute>() is not null)
        {
            // A page of a tenant's, from which it goes on with the same tenant.
            query[FlowController.TenantKey] = context.Request.Query[FlowController.TenantKey];
        }

        context.Response.Redirect(context.Request.PathBase + appInfo.BelowPathBase(appInfo.WebsiteBasePath) + page + QueryString.Create(query.Where(pair => pair.Value is not null)));
        return Task.CompletedTask;
    }
}
