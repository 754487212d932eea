using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting;

/// <summary>What an application's own pages are made with.</summary>
public sealed class ApiContextFactoryTests
{
    private const string Email = "ann@example.com";

    private static readonly TenantChanges AsTheApp = new() { FirstFactors = TenantFactors.OfTheApp };

    [Fact]
    public async Task A_page_signs_up_with_the_flow_of_the_frontends_and_the_session_is_in_cookies()
    {
        await using var app = await StartAsync();
        using var answer = await app.App.CreateClient().PostAsync("/page?email=" + Email, content: null);

        Assert.Equal("Ok public", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("st-access-token"));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("sAccessToken=", StringComparison.Ordinal));
        Assert.Equal("OK", (await app.SignInAsync(Email)).Status);
    }

    [Theory]
    [InlineData("acme")]
    [InlineData("ACME")]
    public async Task A_page_is_for_the_tenant_it_names(string tenantId)
    {
        await using var app = await StartAsync();
        await app.App.Services.GetRequiredService<IMultitenancyRecipe>().CreateOrUpdateTenantAsync("acme", AsTheApp);
        using var answer = await app.App.CreateClient().PostAsync($"/page?email={Email}&tenantId={tenantId}", content: null);

        Assert.Equal("Ok acme", await answer.Content.ReadAsStringAsync());
        Assert.NotEqual("OK", (await app.SignInAsync(Email)).Status);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("appid-other")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("")]
    public async Task There_is_no_context_for_what_is_no_tenant(string tenantId)
    {
        await using var app = await StartAsync();
        using var answer = await app.App.CreateClient().PostAsync($"/page?email={Email}&tenantId={Uri.EscapeDataString(tenantId)}", content: null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_fields_of_a_page_are_checked_by_the_rules_of_the_app()
    {
        await using var app = await StartAsync();
        var forms = app.App.Services.GetRequiredService<EmailPasswordForms>();
        FormFieldValue[] weak = [FormFieldValue.Of("email", "ann"), FormFieldValue.Of("password", "short")];

        Assert.Equal(["nickname", "password", "email"], (await forms.CheckSignUpAsync(weak, "public")).Select(error => error.Id));
        Assert.Equal("Email is invalid", Assert.Single(await forms.CheckSignInAsync(weak, "public")).Error);
        Assert.Equal("Field is not optional", Assert.Single(await forms.CheckEmailAsync("", "public")).Error);
        Assert.Equal("password", Assert.Single(await forms.CheckPasswordAsync("short", "public")).Id);
        Assert.Empty(await forms.CheckPasswordAsync(EmailPasswordApp.Password, "public"));
    }

    [Theory]
    [InlineData("text/html,*/*;q=0.8", null, true)]
    [InlineData("text/html", "navigate", true)]
    [InlineData("text/html", "cors", false)]
    [InlineData("application/json", null, false)]
    [InlineData("*/*", "navigate", false)]
    [InlineData(null, null, false)]
    public void A_request_is_for_a_page_when_a_browser_goes_there(string? accept, string? mode, bool isForPage)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;
        request.Headers["Sec-Fetch-Mode"] = mode;

        Assert.Equal(isForPage, request.IsForPage());
    }

    private static Task<EmailPasswordApp> StartAsync() => EmailPasswordApp.StartAsync(
        builder => builder.AddSession().AddEmailPassword(options => options.FormFields.Add(new FormField { Id = "nickname" })),
        app => app.MapPost("/page", async (string email, string? tenantId, HttpContext context, ApiContextFactory contexts, IEmailPasswordApi api) =>
        {
            if (await contexts.CreateAsync(context, tenantId ?? "public") is not { } page)
            {
                return Results.NotFound();
            }

            var input = new EmailPasswordAuthInput { Email = email, Password = EmailPasswordApp.Password, FormFields = [], TenantId = page.TenantId };
            return Results.Text($"{(await api.SignUpAsync(input, page)).GetType().Name} {page.TenantId}");
        }));
}
