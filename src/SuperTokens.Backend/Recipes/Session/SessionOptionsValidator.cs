using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Checks the session settings at start.</summary>
internal sealed class SessionOptionsValidator(IOptions<SuperTokensOptions> app) : IValidateOptions<SessionOptions>
{
    private const string Section = "SuperTokens:Session:";

    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(365);

    public ValidateOptionsResult Validate(string? name, SessionOptions options)
    {
        var errors = new List<string>();
        CheckStatus(errors, nameof(options.SessionExpiredStatusCode), options.SessionExpiredStatusCode);
        CheckStatus(errors, nameof(options.InvalidClaimStatusCode), options.InvalidClaimStatusCode);
        if (options.SessionExpiredStatusCode == options.InvalidClaimStatusCode)
        {
            errors.Add($"{Section}{nameof(options.SessionExpiredStatusCode)} and {nameof(options.InvalidClaimStatusCode)} are both {options.SessionExpiredStatusCode}. Set two different status codes, so that frontends can tell them apart.");
        }

        if (options.CookieSameSite is { } sameSite && sameSite is not (SameSiteMode.Strict or SameSiteMode.Lax or SameSiteMode.None))
        {
            errors.Add($"{Section}{nameof(options.CookieSameSite)} is '{sameSite}'. Use Strict, Lax or None, or leave it out.");
        }

        Check(errors, nameof(options.AntiCsrf), options.AntiCsrf, options.AntiCsrf is null or (>= AntiCsrfMode.None and <= AntiCsrfMode.ViaToken), "None, ViaCustomHeader or ViaToken");
        Check(errors, nameof(options.TokenTransferMethod), options.TokenTransferMethod, options.TokenTransferMethod is >= TokenTransferMethod.Any and <= TokenTransferMethod.Header, "Any, Cookie or Header");
        CheckDomain(errors, nameof(options.CookieDomain), options.CookieDomain);
        if (options.OlderCookieDomain is not "")
        {
            CheckDomain(errors, nameof(options.OlderCookieDomain), options.OlderCookieDomain);
        }

        if (!NormalisedUrl.TryGetPath(options.AccessTokenPath, out _))
        {
            errors.Add($"{Section}{nameof(options.AccessTokenPath)} is '{options.AccessTokenPath}'. Use a path such as '/' or '/api'.");
        }

        if (options.JwksRefreshInterval <= TimeSpan.Zero || options.JwksRefreshInterval > LongestTime)
        {
            errors.Add($"{Section}{nameof(options.JwksRefreshInterval)} is '{options.JwksRefreshInterval}'. Use a positive time up to 365 days, such as '04:00:00'.");
        }

        if (options.JwksStaleTolerance < TimeSpan.Zero || options.JwksStaleTolerance > LongestTime)
        {
            errors.Add($"{Section}{nameof(options.JwksStaleTolerance)} is '{options.JwksStaleTolerance}'. Use a time from 0 to 365 days, such as '1.00:00:00'.");
        }

        if (options.AccessTokenCacheSize is < 0 or 1)
        {
            errors.Add($"{Section}{nameof(options.AccessTokenCacheSize)} is {options.AccessTokenCacheSize}. Use 2 or more, or 0 to verify every signature every time.");
        }

        CheckPrefix(errors, options);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    // RFC 6265bis, 4.1.3: what browsers ask of a cookie with a prefix. They would drop one that is not so, and nobody could sign in.
    private void CheckPrefix(List<string> errors, SessionOptions options)
    {
        const string setting = Section + nameof(options.CookiePrefix);
        Check(errors, nameof(options.CookiePrefix), options.CookiePrefix, options.CookiePrefix is >= SessionCookiePrefix.None and <= SessionCookiePrefix.Host, "None, Secure or Host");
        if (options.CookiePrefix == SessionCookiePrefix.None)
        {
            return;
        }

        if (options.CookieSecure == false || (options.CookieSecure is null && app.Value.AppInfo.ApiDomain?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) != true))
        {
            errors.Add($"{setting} is '{options.CookiePrefix}', which browsers accept of secure cookies only. Use https for SuperTokens:AppInfo:ApiDomain and do not set CookieSecure to false, or leave the prefix out.");
        }

        if (options.CookieName is not null)
        {
            errors.Add($"{setting} is '{options.CookiePrefix}', and CookieName names the cookies too. Set one of the two.");
        }

        if (options.CookiePrefix == SessionCookiePrefix.Host && (options.CookieDomain is not null || options.AccessTokenPath is not ("/" or "")))
        {
            errors.Add($"{setting} is 'Host', which browsers accept of cookies without a domain and for all paths only. Take out CookieDomain ('{options.CookieDomain}') and AccessTokenPath ('{options.AccessTokenPath}'), or use Secure.");
        }
    }

    private static void CheckStatus(List<string> errors, string setting, int value)
    {
        if (value is < 100 or > 599 or (>= 200 and <= 299))
        {
            errors.Add($"{Section}{setting} is {value}. Use a status frontends take for an error, such as 401, 403 or 440.");
        }
    }

    private static void Check(List<string> errors, string setting, Enum? value, bool isDefined, string allowed)
    {
        if (!isDefined)
        {
            errors.Add($"{Section}{setting} is '{value}'. Use {allowed}.");
        }
    }

    private static void CheckDomain(List<string> errors, string setting, string? value)
    {
        if (value is not null && !NormalisedUrl.TryGetCookieDomain(value, out _))
        {
            errors.Add($"{Section}{setting} is '{value}'. Use a domain such as 'example.com' or '.example.com', or leave it out.");
        }
    }
}
