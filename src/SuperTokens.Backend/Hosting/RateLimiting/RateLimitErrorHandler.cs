using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>Answers limited requests that get no answer of their recipe.</summary>
internal sealed class RateLimitErrorHandler(IOptions<RateLimitingOptions> options) : ISuperTokensErrorHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not RateLimitedException limited)
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        RateLimits.WriteRetryAfter(context, limited.RetryAfter);
        if (!ErrorResponder.HasPageForStatus(context))
        {
            await GeneralErrorAnswer.WriteAsync(context, options.Value.Message);
        }

        return true;
    }
}
