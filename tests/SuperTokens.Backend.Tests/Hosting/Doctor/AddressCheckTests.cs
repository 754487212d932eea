namespace SuperTokens.Backend.Hosting.Doctor;

public sealed class AddressCheckTests
{
    [Fact]
    public async Task A_sound_application_has_no_finding() => (await DoctorApp.ExamineAsync()).AssertSound();

    [Fact]
    public async Task Localhost_is_sound_during_development()
        => (await DoctorApp.ExamineAsync(
            options =>
            {
                options.AppInfo.ApiDomain = "http://localhost:3001";
                options.AppInfo.WebsiteDomain = "http://localhost:3000";
                options.ConnectionUri = "http://localhost:3567";
                options.ApiKey = null;
            },
            environment: "Development")).AssertSound();

    [Fact]
    public async Task An_API_at_localhost_outside_development_is_found()
    {
        var report = await DoctorApp.ExamineAsync(options =>
        {
            options.AppInfo.ApiDomain = "http://localhost:3001";
            options.AppInfo.WebsiteDomain = "http://localhost:3000";
        });
        var finding = report.Finding(DoctorIds.ApiDomainIsLocal);
        Assert.Equal("SuperTokens:AppInfo:ApiDomain", finding.Setting);
        Assert.Equal("http://localhost:3001", finding.Value);
    }

    [Fact]
    public async Task A_website_at_localhost_outside_development_is_found()
        => Assert.Equal("http://localhost:3000", (await DoctorApp.ExamineAsync(options => options.AppInfo.WebsiteDomain = "http://localhost:3000")).Finding(DoctorIds.WebsiteDomainIsLocal).Value);

    [Fact]
    public async Task An_http_API_outside_development_is_an_error_and_so_are_calls_from_an_https_page()
    {
        var report = await DoctorApp.ExamineAsync(options => options.AppInfo.ApiDomain = "http://api.example.com");
        Assert.Equal(DoctorSeverity.Error, report.Finding(DoctorIds.ApiWithoutTls).Severity);
        Assert.Equal(DoctorSeverity.Error, report.Finding(DoctorIds.MixedContent).Severity);
    }

    [Fact]
    public async Task A_path_behind_a_domain_is_found_because_nothing_uses_it()
        => Assert.Contains("ApiBasePath", (await DoctorApp.ExamineAsync(options => options.AppInfo.ApiDomain = "https://api.example.com/v1")).Finding(DoctorIds.PathInDomain).Fix, StringComparison.Ordinal);

    [Fact]
    public async Task A_website_that_each_request_names_is_left_alone()
        => (await DoctorApp.ExamineAsync(options =>
        {
            options.AppInfo.WebsiteDomain = null;
            options.AppInfo.OriginOfRequest = context => context is null ? throw new InvalidOperationException("There is no request.") : "https://example.com";
        })).AssertSound();
}
