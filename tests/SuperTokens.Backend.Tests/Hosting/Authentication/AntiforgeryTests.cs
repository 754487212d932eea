using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>ASP.NET Core's antiforgery tokens beside sessions: they belong to a user, and not to a session's tokens.</summary>
public sealed class AntiforgeryTests
{
    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    public async Task A_form_shown_before_the_session_was_refreshed_is_accepted_after(string mode)
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient();
        var refreshToken = await SignAsync(client, "signup", mode);
        var form = await client.GetStringAsync(new Uri("/form", UriKind.Relative));

        app.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await SubmitAsync(client, form));
        await RefreshAsync(client, mode, refreshToken);

        Assert.Equal(HttpStatusCode.OK, await SubmitAsync(client, form));
    }

    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    public async Task A_form_shown_after_sign_in_is_accepted_also_when_the_same_person_signs_in_again(string mode)
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient();
        await SignAsync(client, "signup", mode);
        var form = await client.GetStringAsync(new Uri("/form", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, await SubmitAsync(client, form));
        await SignAsync(client, "signin", mode);
        Assert.Equal(HttpStatusCode.OK, await SubmitAsync(client, form));
    }

    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    public async Task A_form_shown_to_nobody_or_to_somebody_else_is_refused(string mode)
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient();
        var shownToNobody = await client.GetStringAsync(new Uri("/form", UriKind.Relative));
        await SignAsync(client, "signup", mode);
        var shownToFirst = await client.GetStringAsync(new Uri("/form", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, await SubmitAsync(client, shownToNobody));

        await SignAsync(client, "signup", mode, "b@example.com");

        Assert.Equal(HttpStatusCode.BadRequest, await SubmitAsync(client, shownToFirst));
        Assert.Equal(HttpStatusCode.OK, await SubmitAsync(client, await client.GetStringAsync(new Uri("/form", UriKind.Relative))));
    }

    private static Task<TestApp> StartAsync()
        => TestApp.StartAsync(
            builder =>
            {
                builder.AddEmailPassword().AddSession().UseTestCore();
                builder.Services.AddAntiforgery();
            },
            map: app =>
            {
                app.UseAntiforgery();
                app.MapGet("/form", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken);
                app.MapPost("/form", ([FromForm] string text, SessionContainer session) => $"{session.UserId}: {text}").RequireAuthorization();
            });

    /// <summary>Signs up or in, and sends what that gave with all that follows.</summary>
    /// <returns>The refresh token, where it came in a header.</returns>
    private static async Task<string?> SignAsync(HttpClient client, string way, string mode, string email = "a@example.com")
    {
        client.DefaultRequestHeaders.Remove("st-auth-mode");
        client.DefaultRequestHeaders.Add("st-auth-mode", mode);
        var body = new { formFields = new[] { new { id = "email", value = email }, new { id = "password", value = "Str0ngPassw0rd" } } };
        using var answer = await client.PostAsJsonAsync($"/auth/{way}", body);
        Assert.Contains("\"OK\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return Take(client, mode, answer);
    }

    private static async Task RefreshAsync(HttpClient client, string mode, string? refreshToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/session/refresh");
        request.Headers.Authorization = refreshToken is null ? null : new AuthenticationHeaderValue("Bearer", refreshToken);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Take(client, mode, answer);
    }

    private static string? Take(HttpClient client, string mode, HttpResponseMessage answer)
    {
        if (mode == "cookie")
        {
            return null;
        }

        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.Headers.GetValues("st-access-token").Single());
        return answer.Headers.GetValues("st-refresh-token").Single();
    }

    private static async Task<HttpStatusCode> SubmitAsync(HttpClient client, string token)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = "hello", ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync(new Uri("/form", UriKind.Relative), form);
        return answer.StatusCode;
    }
}
