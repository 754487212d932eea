using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Reads answers in tests.</summary>
internal static class Answers
{
    public static string? Header(this HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public static string[] SetCookies(this HttpResponseMessage response)
        => response.Headers.TryGetValues("Set-Cookie", out var lines) ? [.. lines] : [];

    /// <summary>The decoded value of a cookie the answer sets.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="name">The cookie.</param>
    /// <returns>The value, or null.</returns>
    public static string? Cookie(this HttpResponseMessage response, string name)
        => response.SetCookies().FirstOrDefault(line => line.StartsWith(name + "=", StringComparison.Ordinal)) is { } line
            ? Uri.UnescapeDataString(line[(name.Length + 1)..line.IndexOf(';', StringComparison.Ordinal)])
            : null;

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public static async Task AssertAsync(this HttpResponseMessage response, HttpStatusCode status, string body)
    {
        Assert.Equal((status, body), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        response.Dispose();
    }

    public static Task AssertUnauthorisedAsync(this HttpResponseMessage response)
        => response.AssertAsync(HttpStatusCode.Unauthorized, """{"message":"unauthorised"}""");

    public static Task AssertTryRefreshTokenAsync(this HttpResponseMessage response)
        => response.AssertAsync(HttpStatusCode.Unauthorized, """{"message":"try refresh token"}""");

    public static void AssertOk(this HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        response.Dispose();
    }

    /// <summary>All tokens are cleared, in cookies and headers, as after a session's end.</summary>
    /// <param name="response">The answer.</param>
    public static void AssertClearsEverything(this HttpResponseMessage response)
    {
        Assert.Equal(
            [
                "sAccessToken=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax",
                "sRefreshToken=; Path=/auth/session/refresh; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax",
            ],
            response.SetCookies().Where(line => !line.StartsWith("sIdRefreshToken", StringComparison.Ordinal)));
        Assert.Equal("remove", response.Header("front-token"));
        Assert.Equal("", response.Header("st-access-token"));
        Assert.Equal("", response.Header("st-refresh-token"));
        Assert.Equal("front-token, st-access-token, st-refresh-token", response.Header("access-control-expose-headers"));
    }
}
