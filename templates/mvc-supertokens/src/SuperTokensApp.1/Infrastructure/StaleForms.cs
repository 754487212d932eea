using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>
/// Remembers that a form was refused for its antiforgery token, so that the error page can say what to do: the token is of before somebody signed
/// in or out, or before the session expired.
/// </summary>
public sealed class StaleForms : IConfigureOptions<MvcOptions>, IAlwaysRunResultFilter
{
    private static readonly object s_key = new();

    public static bool IsOne(HttpContext context) => context.Items.ContainsKey(s_key);

    public void Configure(MvcOptions options) => options.Filters.Add(this);

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[s_key] = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
