using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting.Doctor;

public sealed class CoreCheckTests
{
    [Theory]
    [InlineData("webapi")]
    [InlineData("minimalapi")]
    [InlineData("mvc")]
    [InlineData("functions")]
    public async Task The_core_that_a_template_starts_lacks_no_fix_that_is_known(string template)
    {
        var compose = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "templates", $"{template}-supertokens", "compose.yaml"));
        var image = Assert.Single(compose, line => line.Contains("supertokens-postgresql:", StringComparison.Ordinal));

        // A tag such as 12.1 is the newest release of that line.
        var version = Version.Parse(image[(image.LastIndexOf(':') + 1)..]);
        Assert.All(CoreSecurityFix.Known, fix => Assert.True(version > Version.Parse(fix.CoreVersion), $"{version} may lack {fix.What}, which came with {fix.CoreVersion}."));
    }

    [Fact]
    public async Task A_core_that_answers_is_told_with_the_version_that_is_used()
        => Assert.Contains("The core (https://core.example.com) speaks CDI 5.3 to 5.6; 5.4 is used", (await DoctorApp.ExamineAsync()).Facts);

    [Fact]
    public async Task A_core_that_is_not_there_is_found()
        => Assert.Equal("https://core.example.com", (await WithCoreAsync(_ => throw new HttpRequestException(HttpRequestError.ConnectionError))).Finding(DoctorIds.CoreUnreachable).Value);

    [Fact]
    public async Task Each_host_is_asked_by_itself()
    {
        var core = new HostsCore("https://one.example.com");
        var report = await DoctorApp.ExamineAsync(options => options.ConnectionUri = "https://one.example.com;https://two.example.com", core: core);
        Assert.Equal("https://two.example.com", report.Finding(DoctorIds.CoreUnreachable).Value);
    }

    [Fact]
    public async Task A_key_that_the_core_refuses_is_found_and_not_shown()
    {
        var report = await WithCoreAsync(_ => new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("Invalid API key") });
        Assert.Equal("set, not shown", report.Finding(DoctorIds.CoreRefusesKey).Value);
        Assert.DoesNotContain(report.Findings, finding => finding.ToString().Contains("a-key-that-stays-secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(200, "{\"status\":\"OK\"}")]
    [InlineData(404, "Not found")]
    public async Task Something_else_than_a_core_is_found(int status, string body)
        => (await WithCoreAsync(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) })).Finding(DoctorIds.NotACore);

    [Fact]
    public async Task A_core_without_a_version_in_common_is_found()
        => Assert.Contains("CDI 2.21 to 4.0", (await WithVersionsAsync("\"2.21\",\"4.0\"")).Finding(DoctorIds.NoCommonVersion).Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"5.3\",\"5.4\"", true)]
    [InlineData("\"5.4\",\"5.5\"", false)]
    public async Task A_core_older_than_a_security_fix_is_found(string versions, bool isFound)
        => Assert.Equal(isFound, (await WithVersionsAsync(versions)).Findings.Any(finding => finding.Id == DoctorIds.CoreLacksSecurityFix));

    [Theory]
    [InlineData("\"5.4\"", DoctorSeverity.Error)]
    [InlineData("\"5.5\",\"5.4\"", DoctorSeverity.Warning)]
    public async Task A_core_that_lets_SAML_answers_be_forged_is_found_where_SAML_is_used(string versions, object severity)
    {
        var report = await WithVersionsAsync(versions, superTokens => superTokens.AddThirdParty().AddSaml());
        Assert.Equal(severity, Assert.Single(report.Findings, finding => finding.Id == DoctorIds.CoreLacksSecurityFix && finding.Why.Contains("SAML", StringComparison.Ordinal)).Severity);
    }

    [Fact]
    public async Task An_old_core_is_not_told_at_each_start_during_development()
        => Assert.DoesNotContain(
            (await DoctorApp.ExamineAsync(environment: "Development", core: new StubCore(), onDemand: false)).Findings, finding => finding.Id == DoctorIds.CoreLacksSecurityFix);

    [Theory]
    [InlineData("http://core.example.com", true)]
    [InlineData("http://203.0.113.7:3567", true)]
    [InlineData("http://supertokens:3567", false)]
    [InlineData("http://10.1.2.3:3567", false)]
    [InlineData("http://localhost:3567", false)]
    public async Task Plain_http_to_a_core_across_the_internet_is_found(string core, bool isFound)
        => Assert.Equal(isFound, (await DoctorApp.ExamineAsync(options => options.ConnectionUri = core)).Findings.Any(finding => finding.Id == DoctorIds.CoreWithoutTls));

    [Fact]
    public async Task A_core_elsewhere_without_a_key_is_found()
        => Assert.Equal("SuperTokens:ApiKey", (await DoctorApp.ExamineAsync(options => options.ApiKey = null)).Finding(DoctorIds.NoCoreKey).Setting);

    [Theory]
    [InlineData("Production", DoctorSeverity.Error)]
    [InlineData("Testing", DoctorSeverity.Warning)]
    public async Task An_embedded_core_outside_development_is_found(string environment, object severity)
        => Assert.Equal(severity, (await WithEmbeddedCoreAsync(environment)).Finding(DoctorIds.EmbeddedCoreOutsideDevelopment).Severity);

    [Fact]
    public async Task An_embedded_core_is_asked_on_demand_only()
    {
        Assert.Contains("The core (in this process) speaks CDI", string.Join('\n', (await WithEmbeddedCoreAsync("Development")).Facts), StringComparison.Ordinal);
        var calls = 0;
        await DoctorApp.ExamineAsync(
            options => options.ConnectionUri = null,
            superTokens => superTokens.Services.AddSingleton(new InProcessCore(_ => throw new InvalidOperationException($"The core was woken up {++calls} times."))),
            environment: "Development",
            onDemand: false);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task With_an_embedded_core_nothing_is_made_that_the_start_leaves_to_the_first_request()
    {
        var made = new List<string>();
        await using var app = DoctorApp.Build(
            options => options.ConnectionUri = null,
            superTokens =>
            {
                superTokens.AddThirdParty().AddSaml().UseTestCore();
                superTokens.Override<ICoreClient>((inner, _) => Note(inner, made));
                superTokens.Override<Recipes.Saml.ISamlRecipe>((inner, _) => Note(inner, made));
                superTokens.Override<Recipes.EmailPassword.IEmailPasswordRecipe>((inner, _) => Note(inner, made));
            },
            environment: "Development");
        await app.StartAsync();
        string[] before = [.. made];

        await app.Services.GetRequiredService<DoctorRunner>().RunAsync(onDemand: false, CancellationToken.None);

        Assert.Equal(before, made);
        Assert.DoesNotContain("ISamlRecipe", made);
    }

    private static T Note<T>(T service, List<string> made)
    {
        made.Add(typeof(T).Name);
        return service;
    }

    private static Task<DoctorReport> WithCoreAsync(Func<StubCoreCall, HttpResponseMessage> apiVersion)
        => DoctorApp.ExamineAsync(core: new StubCore().Answer("GET /apiversion", apiVersion));

    private static Task<DoctorReport> WithVersionsAsync(string versions, Action<SuperTokensBuilder>? setUp = null)
        => DoctorApp.ExamineAsync(core: new StubCore().Answer("GET /apiversion", $$"""{"versions":[{{versions}}]}"""), setUp: setUp);

    private static Task<DoctorReport> WithEmbeddedCoreAsync(string environment)
        => DoctorApp.ExamineAsync(
            options => options.ConnectionUri = null,
            superTokens =>
            {
                superTokens.UseTestCore();
                superTokens.Services.AddHttpClient(CoreDefaults.HttpClientName).ConfigurePrimaryHttpMessageHandler(CoreHandler.Create);
            },
            environment: environment);

    private sealed class HostsCore(string alive) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => request.RequestUri!.GetLeftPart(UriPartial.Authority) == alive
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"versions":["5.4","5.6"]}""") })
                : throw new HttpRequestException(HttpRequestError.ConnectionError);
    }
}
