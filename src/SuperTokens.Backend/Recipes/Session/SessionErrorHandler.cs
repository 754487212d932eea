using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Diagnostics;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Answers session errors as the protocol says, or as the application's own handlers do.</summary>
internal sealed class SessionErrorHandler(
    ISessionRecipe recipe, SessionSettings settings, SessionTransfer transfer, SessionRecorder recorder, ILogger<SessionErrorHandler> logger)
    : ISuperTokensErrorHandler
{
    private SessionErrorHandlers Own => settings.Options.ErrorHandlers;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case UnauthorisedException unauthorised:
                logger.Unauthorised(unauthorised.Message);
                recorder.Refused(Outcomes.Unauthorised);
                if (unauthorised.ClearTokens)
                {
                    transfer.ClearEverywhere(context);
                }

                await (Own.OnUnauthorised?.Invoke(context, unauthorised, cancellationToken)
                    ?? AnswerAsync(context, settings.Options.SessionExpiredStatusCode, new("unauthorised"), cancellationToken));
                return true;

            case TryRefreshTokenException tryRefresh:
                logger.TryRefreshToken(tryRefresh.Message);
                recorder.Refused(Outcomes.TryRefreshToken);
                await (Own.OnTryRefreshToken?.Invoke(context, tryRefresh, cancellationToken)
                    ?? AnswerAsync(context, settings.Options.SessionExpiredStatusCode, new("try refresh token"), cancellationToken));
                return true;

            case TokenTheftException theft:
                logger.TokenTheft(theft.SessionHandle);
                recorder.Refused(Outcomes.Theft);
                transfer.ClearEverywhere(context);
                await recipe.RevokeSessionAsync(theft.SessionHandle, cancellationToken);
                await (Own.OnTokenTheftDetected?.Invoke(context, theft, cancellationToken)
                    ?? AnswerAsync(context, settings.Options.SessionExpiredStatusCode, new("token theft detected"), cancellationToken));
                return true;

            case InvalidClaimsException invalid:
                if (logger.IsEnabled(LogLevel.Debug))
                {
                    // Ids only: reasons hold what the claims say.
                    logger.InvalidClaims(string.Join(", ", invalid.Errors.Select(error => error.Id)));
                }

                recorder.Refused(invalid, context.Features.Get<SessionFeature>()?.Session);
                await (Own.OnInvalidClaims?.Invoke(context, invalid, cancellationToken)
                    ?? AnswerAsync(context, settings.Options.InvalidClaimStatusCode, new("invalid claim", invalid.Errors), cancellationToken));
                return true;

            case DuplicateSessionCookiesException duplicates:
                await (Own.OnDuplicateSessionCookies?.Invoke(context, duplicates, cancellationToken)
                    ?? AnswerAsync(context, StatusCodes.Status200OK, new(DuplicateSessionCookiesException.Answer), cancellationToken));
                return true;

            default:
                return false;
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, SessionErrorAnswer answer, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(answer, SessionJsonContext.Default.SessionErrorAnswer, cancellationToken: cancellationToken);
    }
}
