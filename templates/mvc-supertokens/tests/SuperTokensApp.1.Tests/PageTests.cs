using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokensApp._1.Tests;

/// <summary>What holds for all pages, however people sign in.</summary>
public sealed class PageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string SignIn = "WEBSITE_BASE_PATH_PREFIX/sign-in";
    private const string SignOut = "API_BASE_PATH_PREFIX/session/refresh/sign-out";

    private readonly Visitor _visitor = new(app);

    [Fact]
    public async Task A_page_for_signed_in_people_leads_to_the_sign_in_page_which_knows_the_way_back()
    {
        await _visitor.OpenAsync("/account?tab=1");

        Assert.Equal(HttpStatusCode.OK, _visitor.Status);
        Assert.Equal($"{SignIn}?returnUrl=%2Faccount%3Ftab%3D1", _visitor.Address);
    }

    [Fact]
    public async Task A_script_without_a_session_gets_a_status_and_no_page()
    {
        using var client = app.CreateClient();
        using var answer = await client.GetAsync("/account");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not the token of a page")]
    public async Task A_form_that_no_page_of_this_site_sent_is_refused(string token)
    {
        using var answer = await _visitor.RequestAsync(
            HttpMethod.Post, SignOut, new Dictionary<string, string> { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("status", "200")]
    [InlineData("no text", "\0")]
    public async Task A_form_that_is_refused_has_no_say_in_the_answer(string name, string value)
    {
        using var answer = await _visitor.RequestAsync(HttpMethod.Post, SignOut, new Dictionary<string, string> { [name] = value });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_too_long_to_be_kept_is_none_to_go_back_to()
    {
        var visitor = await Visitors.SignInAsync(app);
        await visitor.OpenAsync($"{SignIn}?returnUrl=%2F{new string('a', 2000)}");

        Assert.Equal("/", visitor.Address);
    }

    [Theory]
    [InlineData("../secrets")]
    [InlineData("appid-other")]
    [InlineData("nobody")]
    public async Task What_is_no_tenant_has_no_pages(string tenantId)
    {
        await _visitor.OpenAsync($"{SignIn}?tenantId={Uri.EscapeDataString(tenantId)}");

        Assert.Equal(HttpStatusCode.NotFound, _visitor.Status);
    }

    [Fact]
    public async Task Another_site_can_sign_nobody_out()
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, SignOut);
        request.Headers.Add("Origin", "https://another-site.example");
        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData(SignIn, HttpStatusCode.OK)]
    [InlineData("/account", HttpStatusCode.Redirect)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task HEAD_is_answered_as_GET_is(string address, HttpStatusCode expected)
    {
        using var head = await _visitor.RequestAsync(HttpMethod.Head, address);
        using var get = await _visitor.RequestAsync(HttpMethod.Get, address);

        Assert.Equal(expected, head.StatusCode);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers.Location, head.Headers.Location);
    }

    [Fact]
    public async Task Somebody_with_many_sessions_sees_a_part_of_them()
    {
        var visitor = await Visitors.SignInAsync(app);
        await visitor.OpenAsync("/account");
        var userId = Regex.Match(visitor.Page, "<code>([^<]+)</code>").Groups[1].Value;
        var sessions = app.Services.GetRequiredService<ISessionRecipe>();
        foreach (var number in Enumerable.Range(0, 25))
        {
            await sessions.CreateNewSessionAsync(new NewSession(new RecipeUserId(userId)));
        }

        await visitor.OpenAsync("/account");

        Assert.Contains("Showing 20 of 26", visitor.Page, StringComparison.Ordinal);
        Assert.Equal(19, Regex.Count(visitor.Page, "name=\"handle\""));
    }

    [Fact]
    public async Task Home_is_open_to_everyone()
    {
        await _visitor.OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, _visitor.Status);
    }
}
