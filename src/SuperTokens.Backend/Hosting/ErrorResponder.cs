using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Hosting;

/// <summary>The one place that turns exceptions into answers, for SuperTokens' endpoints and the application's own.</summary>
/// <param name="recipeHandlers">The recipes' own. Made at the first exception: requests that go well need none.</param>
/// <param name="logger">Where what happened is logged.</param>
internal sealed class ErrorResponder(Func<IEnumerable<ISuperTokensErrorHandler>> recipeHandlers, ILogger<ErrorResponder> logger)
{
    private readonly Lazy<ISuperTokensErrorHandler[]> _recipeHandlers = new(() => [.. recipeHandlers()]);

    /// <summary>Whether the application has a page of its own for a bare status, and the caller wants one.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Then the body is best left empty.</returns>
    public static bool HasPageForStatus(HttpContext context)
        => context.Request.IsForPage() && context.Features.Get<IStatusCodePagesFeature>() is { Enabled: true };

    /// <summary>Answers for an exception, if it is SuperTokens' to answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="ownEndpoint">Whether a SuperTokens endpoint threw it: then every exception is SuperTokens' to answer.</param>
    /// <returns>Whether the request is answered; when not, the exception must go on.</returns>
    public async Task<bool> TryRespondAsync(HttpContext context, Exception exception, bool ownEndpoint)
    {
        var cancellationToken = context.RequestAborted;
        if (context.Response.HasStarted || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return false;
        }

        try
        {
            foreach (var handler in _recipeHandlers.Value)
            {
                if (await handler.TryHandleAsync(context, exception, cancellationToken))
                {
                    return true;
                }
            }
        }
        catch (CoreException failure) when (!context.Response.HasStarted)
        {
            // The answer itself needed the core, as that to a stolen session does.
            exception = failure;
        }

        if (exception is BadInputException badInput)
        {
            logger.BadInput(badInput);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            if (ownEndpoint || !HasPageForStatus(context))
            {
                await AnswerAsync(context, badInput.Message);
            }

            return true;
        }

        if (ownEndpoint && exception is BadHttpRequestException { StatusCode: >= 400 and < 500 } refused)
        {
            // The server's own limits, and requests that break off. Cookies and tokens of a flow that did not end must not reach the caller.
            logger.BadInput(refused);
            context.Response.Clear();
            context.Response.StatusCode = refused.StatusCode;
            await AnswerAsync(context, MessageFor(refused.StatusCode));
            return true;
        }

        if (!ownEndpoint && exception is InvalidOperationException && HasUnknownCharset(context.Request))
        {
            // ASP.NET Core calls it the application's failure when it binds JSON, where it is the caller's mistake.
            logger.BadInput(exception);
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            if (!HasPageForStatus(context))
            {
                await AnswerAsync(context, "The charset of the request is unknown");
            }

            return true;
        }

        // A browser that asks for a page gets the application's own error page.
        if (!ownEndpoint && (exception is not CoreException || context.Request.IsForPage()))
        {
            return false;
        }

        logger.RequestFailed(exception);
        await AnswerServerErrorAsync(context, cancellationToken);
        return true;
    }

    private static bool HasUnknownCharset(HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null;

    // What the exception says is for developers, and differs from server to server.
    private static string MessageFor(int status) => status switch
    {
        StatusCodes.Status408RequestTimeout => "The request took too long to arrive",
        StatusCodes.Status413PayloadTooLarge => "The request body is too large",
        _ => "The request cannot be read",
    };

    private static Task AnswerAsync(HttpContext context, string message)
        => context.Response.WriteAsJsonAsync(new MessageAnswer(message), HostingJsonContext.Default.MessageAnswer, cancellationToken: context.RequestAborted);

    private static Task AnswerServerErrorAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // Cookies and tokens of a flow that did not end must not reach the caller.
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        var problem = new ProblemAnswer(
            "https://tools.ietf.org/html/rfc9110#section-15.6.1",
            "The server could not handle the request.",
            StatusCodes.Status500InternalServerError,
            Activity.Current?.Id ?? context.TraceIdentifier);
        return context.Response.WriteAsJsonAsync(problem, HostingJsonContext.Default.ProblemAnswer, "application/problem+json", cancellationToken);
    }
}
