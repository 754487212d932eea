using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Backend.Hosting.SecurityHeaders;

public sealed class SecurityHeadersTests
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    [Theory]
    [InlineData("/")]
    [InlineData("/broken")]
    [InlineData("/nowhere")]
    public async Task Every_answer_has_them_errors_too(string path)
    {
        await using var app = await StartAsync("Production");
        using var answer = await app.GetTestClient().GetAsync(path);

        Assert.All(Always, header => Assert.Equal(header.Value, Assert.Single(answer.Headers.GetValues(header.Name))));
    }

    [Fact]
    public async Task What_the_application_sets_itself_stays_and_is_there_once()
    {
        await using var app = await StartAsync("Production");
        using var answer = await app.GetTestClient().GetAsync("/own");

        Assert.Equal("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("Production", "https://api.example.com/", true)]
    [InlineData("Production", "http://api.example.com/", false)]
    [InlineData("Development", "https://api.example.com/", false)]
    public async Task Browsers_are_told_to_stay_with_https_outside_development(string environment, string address, bool told)
    {
        await using var app = await StartAsync(environment);
        using var answer = await app.GetTestClient().GetAsync(new Uri(address));

        Assert.Equal(told, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Hosts_without_a_pipeline_send_them_as_well()
    {
        await using var app = await HandlerApp.StartAsync();
        using var answer = await app.CreateFrontend().GetAsync("/Handlers/Open");

        Assert.All(Always, header => Assert.Equal(header.Value, Assert.Single(answer.Headers.GetValues(header.Name))));
    }

    private static async Task<WebApplication> StartAsync(string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Services.AddProblemDetails();
        var app = builder.Build();
        app.UseSuperTokensSecurityHeaders();
        app.UseExceptionHandler();
        app.MapGet("/", () => "hello");
        app.MapGet("/broken", (HttpContext _) => { throw new InvalidOperationException("broken"); });
        app.MapGet("/own", (HttpContext context) => { context.Response.Headers.ContentSecurityPolicy = "default-src 'self'"; });
        await app.StartAsync();
        return app;
    }
}
