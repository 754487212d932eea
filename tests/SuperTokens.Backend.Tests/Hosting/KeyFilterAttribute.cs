using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SuperTokens.Backend.Hosting;

/// <summary>What applications write to ask for a key: a filter, but none of authorization.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KeyFilterAttribute : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context) => throw new BadHttpRequestException("There is no key.");
}
