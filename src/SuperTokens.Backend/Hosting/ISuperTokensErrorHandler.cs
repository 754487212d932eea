using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Hosting;

/// <summary>Answers the exceptions of one recipe. The error responder asks each handler in turn before its own rules.</summary>
internal interface ISuperTokensErrorHandler
{
    /// <summary>Answers an exception this recipe knows. Only called while the response has not started.</summary>
    /// <param name="context">The request whose handling failed.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the response has been written.</returns>
    ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken);
}
