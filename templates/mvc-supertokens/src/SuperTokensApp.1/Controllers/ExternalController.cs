using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokensApp._1.Infrastructure;
using SuperTokensApp._1.Models;
using SuperTokensApp._1.Resources;

namespace SuperTokensApp._1.Controllers;

/// <summary>Signs people in, and the first time up, with an account that they have elsewhere.</summary>
public class ExternalController(
    ApiContextFactory contexts,
    IThirdPartyRecipe recipe,
    IThirdPartyApi api,
    SuperTokensAppInfo appInfo,
    ProtectedCookies cookies,
    IStringLocalizer<Texts> texts,
    ILogger<ExternalController> logger) : FlowController(contexts)
{
    private static readonly TimeSpan s_attemptLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Sends people to a provider.</summary>
    [HttpGet("external/{provider}")]
    public async Task<IActionResult> Begin(string provider, CancellationToken cancellationToken)
    {
        try
        {
            if (await recipe.GetProviderAsync(Api.TenantId, provider, cancellationToken: cancellationToken) is not GetProviderResult.Ok found)
            {
                return NotFound();
            }

            var page = $"{appInfo.GetOrigin(HttpContext)}{Url.Action(nameof(Finish), new { provider })}";
            var redirectUri = PostsBack(found.Provider) ? $"{appInfo.ApiDomain}{appInfo.ApiBasePath}/callback/apple" : page;
            if (await api.GetAuthorisationUrlAsync(found.Provider, redirectUri, Api, cancellationToken) is not AuthorisationUrlApiResult.Ok { Redirect: var redirect })
            {
                return Fail(texts["External.Failed"], ReturnAddress.Of(Request, Url));
            }

            var state = NewState(page);
            var attempt = new ExternalAttempt(state, redirectUri, redirect.PkceCodeVerifier, Api.TenantId, ReturnAddress.Of(Request, Url));
            cookies.Write(Response, CookieOf(provider), attempt, s_attemptLifetime);
            return Redirect(QueryHelpers.AddQueryString(redirect.UrlWithQueryParams, "state", state));
        }
        catch (ThirdPartyProviderException exception)
        {
            logger.LogError(exception, "The provider {Provider} cannot be used.", provider);
            return Fail(texts["External.Failed"], ReturnAddress.Of(Request, Url));
        }
    }

    /// <summary>Where the provider sends people back to.</summary>
    [HttpGet("callback/{provider}")]
    public async Task<IActionResult> Finish(string provider, CancellationToken cancellationToken)
    {
        var attempt = cookies.Read<ExternalAttempt>(Request, CookieOf(provider));
        if (attempt is null || !IsState(attempt.State) || !await UseTenantAsync(attempt.TenantId))
        {
            return Fail(texts["External.Unknown"], returnUrl: null);
        }

        // Whatever comes of it, nobody comes back twice.
        cookies.Delete(Response, CookieOf(provider));
        if (Request.Query.ContainsKey("error"))
        {
            return Fail(texts[Request.Query["error"] == "access_denied" ? "External.Cancelled" : "External.Failed"], attempt.ReturnUrl);
        }

        try
        {
            return await SignInAsync(provider, attempt, cancellationToken);
        }
        catch (Exception exception) when (exception is ThirdPartyProviderException or BadInputException)
        {
            logger.LogError(exception, "The sign-in with {Provider} failed.", provider);
            return Fail(texts["External.Failed"], attempt.ReturnUrl);
        }
    }

    private async Task<IActionResult> SignInAsync(string provider, ExternalAttempt attempt, CancellationToken cancellationToken)
    {
        if (await recipe.GetProviderAsync(Api.TenantId, provider, cancellationToken: cancellationToken) is not GetProviderResult.Ok found)
        {
            return Fail(texts["External.Failed"], attempt.ReturnUrl);
        }

        var query = new JsonObject(Request.Query.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value.ToString())));
        var input = new ThirdPartyAuthInput
        {
            Provider = found.Provider,
            RedirectUriInfo = new RedirectUriInfo(attempt.RedirectUri, query, attempt.Verifier),
            TenantId = Api.TenantId,
            ShouldTryLinkingWithSessionUser = false,
        };
        return await api.SignInUpAsync(input, Api, cancellationToken) switch
        {
            ThirdPartySignInUpApiResult.Ok => Return(attempt.ReturnUrl),
            ThirdPartySignInUpApiResult.NoEmailGivenByProvider => Fail(texts["External.NoEmail"], attempt.ReturnUrl),
            ThirdPartySignInUpApiResult.GeneralError error => Fail(texts[error.Message], attempt.ReturnUrl),
            _ => Fail(texts["External.NotAllowed"], attempt.ReturnUrl),
        };
    }

    /// <summary>Apple posts its answer to the API, which sends people on to the page that the state names.</summary>
    private static bool PostsBack(IThirdPartyProvider provider) => provider.Id == "apple" || provider.Id.StartsWith("apple-", StringComparison.Ordinal);

    private static string NewState(string page) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        frontendRedirectURI = page,
        secret = RandomNumberGenerator.GetHexString(64),
    }));

    // Each provider has its own, and what was protected for one cookie is of no use in another.
    private static string CookieOf(string provider) => $"external-{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(provider))}";

    private bool IsState(string expected)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(Request.Query["state"].ToString()));
}
