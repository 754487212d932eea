using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SuperTokensApp._1.Tests;

public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task Hello_is_open_and_sessioninfo_is_not()
    {
        Assert.Equal("hello", await _client.GetStringAsync("/hello"));

        using var response = await _client.GetAsync("/sessioninfo");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task People_sign_up_sign_in_stay_signed_in_and_sign_out()
    {
        using var signedUp = await PostFormAsync("/signup", "Analytical-Engine-1");
        var userId = (await StatusOkAsync(signedUp)).GetProperty("user").GetProperty("id").GetString();

        using var signedIn = await PostFormAsync("/signin", "Analytical-Engine-1");
        await StatusOkAsync(signedIn);
        Assert.Equal(userId, await WhoIsAsync(Token(signedIn, "st-access-token")));

        using var refreshed = await PostAsync("/session/refresh", Token(signedIn, "st-refresh-token"));
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        Assert.Equal(userId, await WhoIsAsync(Token(refreshed, "st-access-token")));

        using var signedOut = await PostAsync("/signout", Token(refreshed, "st-access-token"));
        await StatusOkAsync(signedOut);
        using var tooLate = await PostAsync("/session/refresh", Token(refreshed, "st-refresh-token"));
        Assert.Equal(HttpStatusCode.Unauthorized, tooLate.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_does_not_sign_in()
    {
        using var response = await PostFormAsync("/signin", "Difference-Engine-1");

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("WRONG_CREDENTIALS_ERROR", answer.GetProperty("status").GetString());
        Assert.False(response.Headers.Contains("st-access-token"));
    }

    private async Task<HttpResponseMessage> PostFormAsync(string path, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "API_BASE_PATH_PREFIX" + path);
        request.Headers.Add("st-auth-mode", "header");
        request.Content = JsonContent.Create(new
        {
            formFields = new[] { new { id = "email", value = "ada@example.com" }, new { id = "password", value = password } },
        });
        return await _client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "API_BASE_PATH_PREFIX" + path);
        request.Headers.Add("st-auth-mode", "header");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _client.SendAsync(request);
    }

    private async Task<string?> WhoIsAsync(string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sessioninfo");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("userId").GetString();
    }

    private static async Task<JsonElement> StatusOkAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("OK", answer.GetProperty("status").GetString());
        return answer;
    }

    private static string Token(HttpResponseMessage response, string header) => Assert.Single(response.Headers.GetValues(header));
}
