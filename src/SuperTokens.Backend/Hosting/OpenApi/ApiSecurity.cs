using System.Collections.ObjectModel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>
/// What a document about the API, such as OpenAPI's, says about sessions. <c>AddOpenApi(options => options.AddSuperTokens())</c> writes it; software
/// that makes other documents can take it from the app's services.
/// </summary>
public sealed class ApiSecurity
{
    private const string Cookie = "SuperTokensCookie";
    private const string Bearer = "SuperTokensBearer";
    private const string RefreshCookie = "SuperTokensRefreshCookie";
    private const string RefreshBearer = "SuperTokensRefreshBearer";

    private static readonly ReadOnlyDictionary<int, string> s_unauthorised = new(new Dictionary<int, string>
    {
        [StatusCodes.Status401Unauthorized] = "There is no session, or its tokens are outdated: {\"message\":\"unauthorised\"} or {\"message\":\"try refresh token\"}.",
    });

    private static readonly ReadOnlyDictionary<int, string> s_refusals = new(new Dictionary<int, string>(s_unauthorised)
    {
        [StatusCodes.Status403Forbidden] = "The session lacks something: {\"message\":\"invalid claim\",\"claimValidationErrors\":[…]}.",
    });

    private readonly IAuthorizationPolicyProvider? _policies;
    private readonly string? _defaultScheme;

    internal ApiSecurity(IServiceProvider services, SessionSettings? session, IAuthorizationPolicyProvider? policies, IOptions<AuthenticationOptions> authentication)
    {
        _policies = policies;
        _defaultScheme = authentication.Value.DefaultAuthenticateScheme ?? authentication.Value.DefaultScheme;
        Schemes = session is null ? [] : [.. SchemesOf(session, new DefaultHttpContext { RequestServices = services })];
    }

    /// <summary>The ways to send a session's tokens; those that the setting <c>SuperTokens:Session:TokenTransferMethod</c> allows.</summary>
    public IReadOnlyList<ApiSecurityScheme> Schemes { get; }

    /// <summary>Finds out what an endpoint asks of its callers: by <c>RequireSession</c>, a session as a parameter, or authorization by SuperTokens' scheme.</summary>
    /// <param name="description">The endpoint, the app's own or one of SuperTokens'.</param>
    /// <returns>What it asks; null when it is open to everyone, or asks for something that is not SuperTokens'.</returns>
    public async ValueTask<ApiSecurityRequirement?> FindAsync(ApiDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return await NeedOfAsync(description) switch
        {
            SessionNeed.Optional => new ApiSecurityRequirement(Named(Cookie, Bearer), IsOptional: true, ReadOnlyDictionary<int, string>.Empty),

            // SuperTokens' own endpoints ask for no claims: they are the way to meet them.
            SessionNeed.Required => new ApiSecurityRequirement(
                Named(Cookie, Bearer), IsOptional: false, description.ActionDescriptor.EndpointMetadata.OfType<SuperTokensEndpoint>().Any() ? s_unauthorised : s_refusals),
            SessionNeed.RefreshToken => new ApiSecurityRequirement(Named(RefreshCookie, RefreshBearer), IsOptional: false, s_unauthorised),
            _ => null,
        };
    }

    private static IEnumerable<ApiSecurityScheme> SchemesOf(SessionSettings session, HttpContext context)
    {
        var method = session.Options.TokenTransferMethodOfRequest is null ? session.Options.TokenTransferMethod : TokenTransferMethod.Any;
        if (method != TokenTransferMethod.Header)
        {
            yield return new(Cookie, session.CookieName(context, SessionTokenType.Access), "The session's access token, in the cookie that signing in sets.");
            yield return new(RefreshCookie, session.CookieName(context, SessionTokenType.Refresh), "The session's refresh token, in the cookie that signing in sets.");
        }

        if (method != TokenTransferMethod.Cookie)
        {
            yield return new(Bearer, null, "The session's access token, which signing in gives in the header st-access-token.");
            yield return new(RefreshBearer, null, "The session's refresh token, which signing in gives in the header st-refresh-token.");
        }
    }

    private string[] Named(params string[] names) => [.. Schemes.Select(scheme => scheme.Name).Where(names.Contains)];

    private async ValueTask<SessionNeed> NeedOfAsync(ApiDescription description)
    {
        var metadata = description.ActionDescriptor.EndpointMetadata;
        var needs = metadata.OfType<SessionNeedMetadata>().Select(found => found.Need)
            .Concat(metadata.OfType<RequireSessionAttribute>().Select(required => required.SessionRequired ? SessionNeed.Required : SessionNeed.Optional));
        if (description.GetProperty<SessionNeedMetadata>() is { } parameter)
        {
            needs = needs.Append(parameter.Need);
        }

        var need = needs.DefaultIfEmpty(SessionNeed.None).Max();
        return need is SessionNeed.None or SessionNeed.Optional && await IsAuthorizedBySessionAsync(metadata) ? SessionNeed.Required : need;
    }

    private async ValueTask<bool> IsAuthorizedBySessionAsync(IList<object> metadata)
    {
        // SuperTokens' own endpoints come before authorization.
        if (_policies is null || metadata.OfType<IAllowAnonymous>().Any() || metadata.OfType<SuperTokensEndpoint>().Any())
        {
            return false;
        }

        var policy = await AuthorizationPolicy.CombineAsync(_policies, metadata.OfType<IAuthorizeData>(), metadata.OfType<AuthorizationPolicy>())
            ?? await _policies.GetFallbackPolicyAsync();
        return policy is not null
            && (policy.AuthenticationSchemes.Count == 0 ? _defaultScheme == SuperTokensDefaults.AuthenticationScheme : policy.AuthenticationSchemes.Contains(SuperTokensDefaults.AuthenticationScheme));
    }
}
