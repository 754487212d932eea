using System.Runtime.ExceptionServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Authenticates requests by their session, for <c>[Authorize]</c> and policies. Authenticating writes nothing: an access
/// token the core renewed on the way is attached when the response starts. A request without a token is none of its business.
/// </summary>
internal sealed class SuperTokensAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    TokenlessRequests tokenless,
    Lazy<SessionAuthentication> authentication)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private static readonly VerifySessionOptions Optional = new() { SessionRequired = false };

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        => tokenless.Contains(Context) ? Task.FromResult(AuthenticateResult.NoResult()) : AuthenticateAsync(authentication.Value);

    private async Task<AuthenticateResult> AuthenticateAsync(SessionAuthentication parts)
    {
        try
        {
            if (await parts.Sessions.VerifyAsync(Context, Optional, Context.RequestAborted) is not { } session)
            {
                return AuthenticateResult.NoResult();
            }

            if (session.HasNewTokens)
            {
                WriteNewTokensLater(session);
            }

            return AuthenticateResult.Success(new AuthenticationTicket(parts.Principals.Create(session), PropertiesOf(session), Scheme.Name));
        }
        catch (Exception exception) when (exception is UnauthorisedException or TryRefreshTokenException or InvalidClaimsException or CoreException)
        {
            // Open endpoints go on without a user, also while the core is down; others are answered in the challenge.
            return AuthenticateResult.Fail(exception);
        }
    }

    // A hub outlives the request that opens it: CloseOnAuthenticationExpiration ends it when the access token expires. Others need no properties.
    private AuthenticationProperties? PropertiesOf(SessionContainer session)
        => Context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is null
            ? null
            : new AuthenticationProperties { ExpiresUtc = DateTimeOffset.FromUnixTimeMilliseconds(session.AccessTokenExpiry) };

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        if (result.Succeeded && Context.User.Identity?.IsAuthenticated != true)
        {
            throw new InvalidOperationException(
                "A request with a session was refused because authorization ran before the session was read. Write app.UseAuthorization(); after app.UseSuperTokens();, "
                + $"and name the scheme {SuperTokensDefaults.AuthenticationScheme} in policies where another is the default.");
        }

        var failure = result.Failure ?? new UnauthorisedException("There is no session.", clearTokens: false);
        if (!await authentication.Value.Errors.TryHandleAsync(Context, failure, Context.RequestAborted))
        {
            // The core failed: whether there is a session is not known, so the answer is a 500 and not a 401.
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    // Roles and permissions are named as a claim validator does. Where a policy of the application refused, there is none to name.
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
        => await authentication.Value.Errors.TryHandleAsync(Context, Context.Features.Get<Refusal>()?.Reason ?? new InvalidClaimsException([]), Context.RequestAborted);

    // Apart, so that only the requests that need it pay for the closure.
    private void WriteNewTokensLater(SessionContainer session)
        => Response.OnStarting(
            () =>
            {
                // What the endpoint did with the session, such as ending it, counts more.
                if (!SessionTransfer.HasWritten(Response))
                {
                    session.WriteNewTokens();
                }

                return Task.CompletedTask;
            });
}
