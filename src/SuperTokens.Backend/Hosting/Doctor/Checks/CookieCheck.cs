using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>Cookies that browsers would refuse, not send, or send where they should not. Apps without sessions, or with header sessions alone, have none.</summary>
internal sealed class CookieCheck(DoctorSites sites, SessionSettings? session = null) : IDoctorCheck
{
    private const string Section = "SuperTokens:Session:";
    private const string SameSite = Section + nameof(SessionOptions.CookieSameSite);
    private const string Secure = Section + nameof(SessionOptions.CookieSecure);

    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        if (session is not null && (session.Options.TokenTransferMethod != TokenTransferMethod.Header || session.Options.TokenTransferMethodOfRequest is not null))
        {
            CheckSecure(report, session);
            CheckDomain(report, session);
            if (sites.Website is { } website)
            {
                CheckSites(report, session, website);
            }
        }

        return Task.CompletedTask;
    }

    private void CheckSecure(DoctorReport report, SessionSettings settings)
    {
        if (!settings.CookieSecure && sites.Api.Scheme == Uri.UriSchemeHttps)
        {
            report.Error(
                DoctorIds.CookiesReadableOnTheWay, Secure, "false", "Browsers also send the session over plain http, where anybody on the way reads it.", "Leave the setting out: it follows the API's scheme.");
        }
        else if (settings.CookieSecure && sites.Api.Scheme == Uri.UriSchemeHttp)
        {
            const string why = "Browsers refuse Secure cookies from an http address, so nobody stays signed in";
            const string fix = "Serve the API over https, or leave the setting out.";
            if (DoctorSites.IsThisMachine(sites.Api))
            {
                report.Warning(DoctorIds.SecureCookiesOverHttp, Secure, "true", why + " in Safari; others make an exception for localhost.", fix);
            }
            else
            {
                report.Error(DoctorIds.SecureCookiesOverHttp, Secure, "true", why + ".", fix);
            }
        }
    }

    private void CheckDomain(DoctorReport report, SessionSettings settings)
    {
        if (settings.CookieDomain?.TrimStart('.') is not { } domain)
        {
            return;
        }

        // RFC 6265, 5.3: a cookie for another host, or for a public suffix, is ignored.
        var covers = sites.Api.IdnHost == domain || sites.Api.IdnHost.EndsWith("." + domain, StringComparison.Ordinal);
        var isSuffix = sites.ApiSite != domain && sites.ApiSite.EndsWith("." + domain, StringComparison.Ordinal);
        if (!covers || isSuffix)
        {
            report.Error(
                DoctorIds.CookieDomainElsewhere,
                Section + nameof(SessionOptions.CookieDomain),
                settings.Options.CookieDomain,
                covers ? "It is a public suffix, under which strangers have hosts: browsers refuse cookies for it." : $"The API's host {sites.Api.Host} is not in it: browsers refuse its cookies.",
                DoctorSites.IsThisMachine(sites.Api) ? "Leave it out." : $"Leave it out, or set it to the API's registrable domain, {sites.ApiSite}.");
        }
    }

    private void CheckSites(DoctorReport report, SessionSettings settings, Uri website)
    {
        var mode = settings.SameSite(null);
        var places = $"The website {DoctorSites.Show(website)} and the API {DoctorSites.Show(sites.Api)}";
        if (DoctorSites.IsThisMachine(website) && DoctorSites.IsThisMachine(sites.Api) && website.Host != sites.Api.Host)
        {
            report.Error(
                DoctorIds.TwoNamesOfThisMachine, sites.WebsiteSetting, DoctorSites.Show(website), $"{places} are two sites for a browser, which keeps cookies of one from the other.", "Write localhost in both.");
            return;
        }

        if (mode == SameSiteMode.None)
        {
            CheckNone(report, settings, website, places);
        }
        else if (IsCrossSite(website))
        {
            report.Error(
                DoctorIds.CookiesNotSentAcrossSites,
                SameSite,
                mode.ToString(),
                $"{places} are different sites, and browsers send such cookies to their own site only.",
                "Leave the setting out, or serve both below one domain.");
        }
    }

    private void CheckNone(DoctorReport report, SessionSettings settings, Uri website, string places)
    {
        if (!settings.CookieSecure && !(DoctorSites.IsThisMachine(website) && DoctorSites.IsThisMachine(sites.Api)))
        {
            report.Error(
                DoctorIds.CookiesDropped,
                settings.Options.CookieSameSite is null ? DoctorSites.ApiSetting : SameSite,
                settings.Options.CookieSameSite is null ? DoctorSites.Show(sites.Api) : "None",
                $"{places} differ in site or scheme, which takes SameSite=None, and browsers refuse that without Secure.",
                "Serve the API over https, or both below one domain with one scheme.");
        }
        else if (sites.ApiSite != sites.WebsiteSite)
        {
            report.Warning(
                DoctorIds.ThirdPartyCookies,
                sites.WebsiteSetting,
                DoctorSites.Show(website),
                $"{places} are different sites, so that its cookies are third-party cookies, which Safari, Firefox and private windows block.",
                $"Serve both below one registrable domain, or set {Section}{nameof(SessionOptions.TokenTransferMethod)} to Header.");
        }

        if (settings.AntiCsrf(null) == AntiCsrfMode.None)
        {
            report.Error(
                DoctorIds.NoAntiCsrf,
                Section + nameof(SessionOptions.AntiCsrf),
                nameof(AntiCsrfMode.None),
                "Cookies with SameSite=None are sent along with requests of any website, which can so act for whoever is signed in.",
                "Leave the setting out, or use ViaCustomHeader.");
        }
    }

    // A browser's site includes the scheme.
    private bool IsCrossSite(Uri website) => sites.ApiSite != sites.WebsiteSite || website.Scheme != sites.Api.Scheme;
}
