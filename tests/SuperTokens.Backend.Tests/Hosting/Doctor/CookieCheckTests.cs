using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Doctor;

public sealed class CookieCheckTests
{
    [Fact]
    public async Task Cookies_that_take_SameSite_None_without_Secure_are_found()
    {
        var report = await DoctorApp.ExamineAsync(options => options.AppInfo.ApiDomain = "http://api.example.com");
        Assert.Equal(DoctorSeverity.Error, report.Finding(DoctorIds.CookiesDropped).Severity);
    }

    [Fact]
    public async Task Lax_cookies_between_two_sites_are_found()
    {
        var report = await ExamineAsync(session => session.CookieSameSite = SameSiteMode.Lax, "https://example.org");
        Assert.Equal("Lax", report.Finding(DoctorIds.CookiesNotSentAcrossSites).Value);
    }

    [Fact]
    public async Task Third_party_cookies_are_found()
        => Assert.Equal(DoctorSeverity.Warning, (await ExamineAsync(_ => { }, "https://example.org")).Finding(DoctorIds.ThirdPartyCookies).Severity);

    [Fact]
    public async Task Two_hosts_below_a_public_suffix_are_two_sites()
    {
        var report = await DoctorApp.ExamineAsync(options =>
        {
            options.AppInfo.ApiDomain = "https://api.github.io";
            options.AppInfo.WebsiteDomain = "https://shop.github.io";
        });
        report.Finding(DoctorIds.ThirdPartyCookies);
    }

    [Fact]
    public async Task Two_sites_are_sound_with_sessions_in_headers()
        => (await ExamineAsync(session => session.TokenTransferMethod = TokenTransferMethod.Header, "https://example.org")).AssertSound();

    [Fact]
    public async Task Localhost_and_its_number_are_two_sites_for_a_browser()
    {
        var report = await DoctorApp.ExamineAsync(
            options =>
            {
                options.AppInfo.ApiDomain = "http://127.0.0.1:3001";
                options.AppInfo.WebsiteDomain = "http://localhost:3000";
            },
            environment: "Development");
        Assert.Equal(DoctorSeverity.Error, report.Finding(DoctorIds.TwoNamesOfThisMachine).Severity);
    }

    [Theory]
    [InlineData(".example.org")]
    [InlineData("com")]
    [InlineData("other.example.com")]
    public async Task A_cookie_domain_that_browsers_refuse_is_found(string domain)
        => Assert.Equal(domain, (await ExamineAsync(session => session.CookieDomain = domain)).Finding(DoctorIds.CookieDomainElsewhere).Value);

    [Theory]
    [InlineData(".example.com")]
    [InlineData("api.example.com")]
    public async Task A_cookie_domain_above_the_API_is_sound(string domain) => (await ExamineAsync(session => session.CookieDomain = domain)).AssertSound();

    [Fact]
    public async Task Cookies_without_Secure_from_https_are_found()
        => (await ExamineAsync(session => session.CookieSecure = false)).Finding(DoctorIds.CookiesReadableOnTheWay);

    [Theory]
    [InlineData("http://localhost:3001", DoctorSeverity.Warning)]
    [InlineData("http://api.example.test", DoctorSeverity.Error)]
    public async Task Secure_cookies_from_http_are_found(string api, object severity)
    {
        var report = await DoctorApp.ExamineAsync(
            options => options.AppInfo.ApiDomain = options.AppInfo.WebsiteDomain = api,
            superTokens => superTokens.AddSession(session => session.CookieSecure = true),
            environment: "Development");
        Assert.Equal(severity, report.Finding(DoctorIds.SecureCookiesOverHttp).Severity);
    }

    [Fact]
    public async Task Cookies_of_any_site_without_a_protection_from_forged_requests_are_found()
        => (await ExamineAsync(session => session.AntiCsrf = AntiCsrfMode.None, "https://example.org")).Finding(DoctorIds.NoAntiCsrf);

    private static Task<DoctorReport> ExamineAsync(Action<SessionOptions> session, string website = "https://example.com")
        => DoctorApp.ExamineAsync(options => options.AppInfo.WebsiteDomain = website, superTokens => superTokens.AddSession(session));
}
