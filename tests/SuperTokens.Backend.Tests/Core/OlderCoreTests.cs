using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Passwordless;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Tests.ThirdParty;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Core;

/// <summary>People sign in whichever CDI version the core speaks.</summary>
public sealed class OlderCoreTests
{
    [Theory]
    [InlineData("5.0")]
    [InlineData("5.1")]
    [InlineData("5.2")]
    [InlineData("5.3")]
    [InlineData("5.4")]
    public async Task Sign_up_sign_in_refresh_and_sign_out_work_on_every_version_spoken(string version)
    {
        await using var app = await TestApp.StartAsync(
            builder =>
            {
                builder.AddEmailPassword().AddThirdParty(StaticProvider.Configure).AddSession().UseTestCore();
                builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(() => new OlderCore(version));
            },
            map: web => web.MapGet("/me", (SessionContainer session) => session.UserId).RequireSession(new VerifySessionOptions { CheckDatabase = true }));
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("st-auth-mode", "cookie");
        var form = new { formFields = new[] { new { id = "email", value = "a@example.com" }, new { id = "password", value = "Str0ngPassw0rd" } } };

        Assert.Contains("\"status\":\"OK\"", await ReadAsync(await client.PostAsJsonAsync("/auth/signup", form)), StringComparison.Ordinal);
        Assert.Contains("\"status\":\"OK\"", await ReadAsync(await client.PostAsJsonAsync("/auth/signin", form)), StringComparison.Ordinal);
        var user = await ReadAsync(await client.GetAsync("/me"));
        await ReadAsync(await client.PostAsync("/auth/session/refresh", null));
        Assert.Equal(user, await ReadAsync(await client.GetAsync("/me")));
        Assert.Contains("\"status\":\"OK\"", await ReadAsync(await client.PostAsJsonAsync("/auth/signinup", StaticProvider.Body)), StringComparison.Ordinal);
        Assert.Contains("\"emailPassword\":{\"enabled\":true}", await ReadAsync(await client.GetAsync("/auth/loginmethods")), StringComparison.Ordinal);
        await ReadAsync(await client.PostAsync("/auth/signout", null));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/me")).StatusCode);
    }

    [Theory]
    [InlineData("5.0")]
    [InlineData("5.4")]
    public async Task Sign_in_with_a_code_works_on_the_oldest_and_the_newest_version_spoken(string version)
    {
        await using var app = await PasswordlessApp.StartAsync(
            setUp: builder => builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(() => new OlderCore(version)));
        var device = await app.BeginAsync(PasswordlessApp.ByEmail());
        Assert.Equal("OK", (await app.ResendAsync(device)).Status);
        Assert.Equal("OK", (await app.TypeAsync(device, app.Mail.Code!)).Status);
    }

    [Theory]
    [InlineData("true", "true", "true", null, true)]
    [InlineData("true", "false", "false", null, true)]
    [InlineData("false", "true", "true", null, false)]
    [InlineData("false", "true", "true", """["emailpassword"]""", false)]
    [InlineData("true", "true", "true", """["emailpassword"]""", true)]
    [InlineData("true", "true", "true", """["thirdparty"]""", false)]
    public async Task A_recipe_that_an_older_core_has_switched_off_is_not_offered(string password, string thirdParty, string passwordless, string? firstFactors, bool offered)
    {
        var core = new StubCore()
            .Answer("GET /apiversion", """{"versions":["4.0","5.0"]}""")
            .Answer("GET /public/recipe/multitenancy/tenant", $$"""
                {"status":"OK","tenantId":"public","emailPassword":{"enabled":{{password}}},"passwordless":{"enabled":{{passwordless}}},
                 "thirdParty":{"enabled":{{thirdParty}},"providers":[]},"coreConfig":{}{{(firstFactors is null ? "" : ",\"firstFactors\":" + firstFactors)}}}
                """);
        await using var app = await TestApp.StartAsync(core, builder => builder.AddEmailPassword());

        var answer = await ReadAsync(await app.CreateClient().GetAsync("/auth/loginmethods"));

        Assert.Contains($"\"emailPassword\":{{\"enabled\":{(offered ? "true" : "false")}}}", answer, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {text}");
            return text;
        }
    }

    // CDI 5.1 brought the second version of the tenant routes.
    private sealed class OlderCore(string version) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (path == "/apiversion")
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { versions = new[] { "4.0", version } }) });
            }

            Assert.Equal(version, request.Headers.GetValues("cdi-version").Single());
            return version == "5.0" && path.EndsWith("/v2", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("Not found") })
                : base.SendAsync(request, cancellationToken);
        }
    }
}
