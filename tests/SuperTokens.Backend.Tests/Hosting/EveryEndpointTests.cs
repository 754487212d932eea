using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting;

/// <summary>
/// What holds for every endpoint of every recipe, those of tomorrow included: they are found in the application. Only what an endpoint does
/// otherwise is listed here, so that it is a decision.
/// </summary>
public sealed class EveryEndpointTests(EveryEndpointApp fixture) : IClassFixture<EveryEndpointApp>
{
    private const string Json = "application/json";

    // They read no body: whatever is sent, they look at the session alone.
    private static readonly string[] WithoutBody = ["POST /signout", "POST /session/refresh", "POST /user/email/verify/token"];

    // Without a session they are 401. All others may be asked by anybody.
    private static readonly string[] NeedSession = ["GET /user/email/verify", "POST /session/refresh", "POST /signout", "POST /user/email/verify/token"];

    // Every field that an endpoint of any recipe reads from its body.
    private static readonly string[] Fields =
    [
        "formFields", "method", "token", "email", "phoneNumber", "deviceId", "preAuthSessionId", "userInputCode", "linkCode", "thirdPartyId",
        "clientType", "redirectURIInfo", "oAuthTokens", "shouldTryLinkingWithSessionUser", "SAMLResponse", "RelayState",
    ];

    public static TheoryData<string, string?> MalformedBodies => new()
    {
        { "not json", Json },
        { """{"formFields":[""", Json },
        { """{"formFields":[{"id":"email","value":"\ud800"}]}""", Json },
        { "formFields=1", "application/x-www-form-urlencoded" },
        { """{"formFields":[]}""", "application/json; charset=utf-16" },
        { string.Concat(Enumerable.Repeat("[", 5000)), Json },
    };

    public static TheoryData<string> DuplicateFields =>
    [
        """{"formFields":[],"formFields":[]}""", """{"formFields":[{"id":"email","id":"email","value":"a@b.co"}]}""", """{"email":"a@b.co","email":"b@b.co"}""",
        """{"token":"a","token":"a"}""", """{"unknown":1,"unknown":2}""", """{"redirectURIInfo":{"a":1,"a":1}}""", """{"email":"a@b.co","em\u0061il":"b@b.co"}""",
    ];

    public static TheoryData<string> StrangeBodies =>
    [
        "", "null", "[]", "\"text\"", "5", "{}", """{"formFields":null}""", """{"formFields":{}}""", """{"formFields":[[]]}""",
        """{"formFields":[{"id":5,"value":[]}]}""", """{"formFields":[{"id":"email","value":"a@b.co"},{"id":"password","value":{"a":1}}]}""",
        """{"method":5,"token":[],"formFields":[{"id":"password","value":"Str0ngPassw0rd"}]}""", """{"shouldTryLinkingWithSessionUser":"x"}""",
        """{"email":5}""", """{"email":null,"phoneNumber":{}}""", """{"phoneNumber":"\u0000"}""", """{"preAuthSessionId":"\u0000","deviceId":"\u0000","userInputCode":"\u0000"}""",
        """{"preAuthSessionId":"x","linkCode":"é"}""", """{"preAuthSessionId":[],"linkCode":[]}""",
    ];

    [Fact]
    public async Task Unknown_method_is_left_to_the_application()
    {
        var taken = fixture.Endpoints.Select(endpoint => (endpoint.Method, endpoint.Path)).ToHashSet();
        Assert.NotEmpty(taken);
        foreach (var path in taken.Select(endpoint => endpoint.Path).Distinct())
        {
            foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
            {
                if (!taken.Contains((method, path)))
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), "/auth" + path);
                    using var answer = await fixture.App.CreateClient().SendAsync(request);
                    Assert.True(answer.Headers.Contains("x-from"), $"{method} {path}");
                }
            }
        }
    }

    [Fact]
    public Task Oversized_body_is_a_400_with_a_message()
        => AssertRefusedAsync($$"""{"a":"{{new string('x', 1100 * 1024)}}"}""", Json);

    [Theory]
    [MemberData(nameof(DuplicateFields))]
    public Task Duplicate_field_is_a_400_with_a_message(string body) => AssertRefusedAsync(body, Json);

    [Theory]
    [MemberData(nameof(MalformedBodies))]
    public Task Malformed_body_is_a_400_with_a_message(string body, string? contentType) => AssertRefusedAsync(body, contentType);

    [Theory]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[5]")]
    [InlineData("[{\"id\":5}]")]
    [InlineData("null")]
    public Task Wrong_type_is_a_400_with_a_message(string value)
        => AssertRefusedAsync($"{{{string.Join(',', Fields.Select(field => $"\"{field}\":{value}"))}}}", Json);

    [Theory]
    [MemberData(nameof(StrangeBodies))]
    public async Task Strange_body_never_makes_an_endpoint_fail(string body)
    {
        foreach (var endpoint in fixture.Endpoints)
        {
            var (status, answer) = await SendAsync(endpoint, body, Json);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{NameOf(endpoint)}: {status} {answer}");
        }
    }

    [Theory]
    [InlineData("?email")]
    [InlineData("?email=")]
    [InlineData("?email=a&email=b")]
    [InlineData("?email[]=a")]
    [InlineData("?email=%FF%FE")]
    [InlineData("?email=%00")]
    [InlineData("?phoneNumber=%00")]
    [InlineData("?phoneNumber=")]
    [InlineData("?phoneNumber=1&phoneNumber=2")]
    [InlineData("?phoneNumber=a&thirdPartyId=%00&redirectURIOnProviderDashboard=x&clientType=%FF")]
    public async Task Strange_query_never_makes_an_endpoint_fail(string query)
    {
        foreach (var endpoint in fixture.Endpoints.Where(endpoint => endpoint.Method == "GET"))
        {
            using var answer = await fixture.App.CreateClient().GetAsync($"/auth{endpoint.Path}{query}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{NameOf(endpoint)}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Foreign_origin_may_not_read_an_answer_with_credentials()
    {
        foreach (var endpoint in fixture.Endpoints)
        {
            foreach (var origin in (string[])["https://evil.example", "http://localhost:3000.evil.example", "http://localhost:30000", "https://localhost:3000", "null"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), "/auth" + endpoint.Path);
                request.Headers.Add("Origin", origin);
                using var answer = await fixture.App.CreateClient().SendAsync(request);
                Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"), $"{NameOf(endpoint)} {origin}");
                Assert.True(answer.Header("Access-Control-Allow-Origin") is null or "*", $"{NameOf(endpoint)} {origin}");
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("garbage")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")]
    public async Task No_session_is_a_401_where_one_is_needed_and_gives_none_elsewhere(string? token)
    {
        var refused = new List<string>();
        foreach (var endpoint in fixture.Endpoints)
        {
            var stranger = new Frontend(fixture.App.Server.CreateClient(), "header") { AccessToken = token, RefreshToken = token };
            using var answer = await stranger.SendAsync(new HttpMethod(endpoint.Method), "/auth" + endpoint.Path, endpoint.Method == "GET" ? null : new JsonObject());
            Assert.True((int)answer.StatusCode < 500, $"{NameOf(endpoint)}: {answer.StatusCode}");
            Assert.Null(TokensOf(answer));
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                refused.Add(NameOf(endpoint));
                Assert.Matches("^{\"message\":\"(unauthorised|try refresh token)\"}$", await answer.Content.ReadAsStringAsync());
            }
        }

        Assert.Equal(NeedSession.Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("appid-other")]
    [InlineData("a%20b")]
    [InlineData("t1%2Ft2")]
    public async Task Other_app_and_what_is_no_tenant_are_left_to_the_application(string tenantId)
    {
        foreach (var endpoint in fixture.Endpoints)
        {
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), $"/auth/{tenantId}{endpoint.Path}");
            using var answer = await fixture.App.CreateClient().SendAsync(request);
            Assert.True(answer.Headers.Contains("x-from"), NameOf(endpoint));
        }
    }

    [Fact]
    public async Task Other_tenant_in_the_path_is_not_reached_with_a_session()
    {
        foreach (var endpoint in fixture.Endpoints.Where(endpoint => NeedSession.Contains(NameOf(endpoint))))
        {
            // The session goes on after the one copy has signed out, as far as its access token is concerned.
            var member = fixture.Member.Copy();
            fixture.Core.Clear();
            using var answer = await member.SendAsync(new HttpMethod(endpoint.Method), $"/auth/t2{endpoint.Path}");
            Assert.True((int)answer.StatusCode < 500, $"{NameOf(endpoint)}: {answer.StatusCode}");
            Assert.DoesNotContain(fixture.Core.Calls, path => path.StartsWith("/t2/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Other_tenant_does_not_know_the_users_of_this_one()
    {
        foreach (var endpoint in fixture.Endpoints.Where(endpoint => endpoint.Method == "POST"))
        {
            foreach (var tenantId in (string[])["t2", "public", "unknown"])
            {
                var stranger = new Frontend(fixture.App.Server.CreateClient(), "header");
                var body = WellFormed("member@example.com");
                using var answer = await stranger.PostAsync($"/auth/{tenantId}{endpoint.Path}", body);
                if (TokensOf(answer) is not null)
                {
                    Assert.NotEqual((string?)fixture.Member.Payload["sub"], (string?)stranger.Payload["sub"]);
                    Assert.Equal(tenantId, (string?)stranger.Payload["tId"]);
                }
            }
        }
    }

    [Fact]
    public async Task Cancelled_request_is_given_up_wherever_it_stands()
    {
        var before = fixture.App.Log.Lines.Count;
        var reached = new List<string>();
        foreach (var endpoint in fixture.Endpoints)
        {
            var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), $"/auth/t1{endpoint.Path}?email=member@example.com&client_id=unknown&redirect_uri=unknown");
            request.Headers.Add("Authorization", $"Bearer {(endpoint.Path == "/session/refresh" ? fixture.Member.RefreshToken : fixture.Member.AccessToken)}");
            request.Content = endpoint.Method == "GET" ? null : new StringContent(WellFormed("member@example.com").ToJsonString(), Encoding.UTF8, Json);
            var source = new CancellationTokenSource();
            var asked = fixture.Core.Hang();
            var answering = fixture.App.CreateClient().SendAsync(request, source.Token);
            if (await Task.WhenAny(asked, answering) == asked)
            {
                reached.Add(NameOf(endpoint));
                await source.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
                await Eventually(() => fixture.Core.GivenUp > 0);
            }

            fixture.Core.Release();
        }

        Assert.Superset(new HashSet<string> { "GET /loginmethods", "POST /signup", "POST /signin", "POST /session/refresh", "GET /saml/login", "POST /saml/callback" }, reached.ToHashSet());
        Assert.DoesNotContain(fixture.App.Log.Lines.Skip(before), line => line.StartsWith("Error SuperTokens", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelled_request_is_never_answered_as_a_failure()
    {
        foreach (var endpoint in fixture.Endpoints)
        {
            try
            {
                var context = await fixture.App.Server.SendAsync(http =>
                {
                    http.Request.Method = endpoint.Method;
                    http.Request.Path = "/auth" + endpoint.Path;
                    http.Request.ContentType = endpoint.Method == "GET" ? null : Json;
                    http.RequestAborted = new CancellationToken(canceled: true);
                });
                Assert.True(context.Response.StatusCode < 500, $"{NameOf(endpoint)}: {context.Response.StatusCode}");
            }
            catch (OperationCanceledException)
            {
                // Given up: nobody is there to read an answer.
            }
        }
    }

    private static async Task Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
        {
            await Task.Delay(10);
        }

        Assert.True(condition());
    }

    // What the endpoints of all recipes need at least, in one body.
    private static JsonObject WellFormed(string email) => new()
    {
        ["formFields"] = new JsonArray(
            new JsonObject { ["id"] = "email", ["value"] = email },
            new JsonObject { ["id"] = "password", ["value"] = "Str0ngPassw0rd" }),
        ["method"] = "token",
        ["token"] = "token-of-nobody",
        ["email"] = email,
        ["deviceId"] = "device-of-nobody",
        ["preAuthSessionId"] = "attempt-of-nobody",
        ["userInputCode"] = "000000",
        ["thirdPartyId"] = "unknown",
        ["oAuthTokens"] = new JsonObject { ["access_token"] = "access-of-nobody" },
        ["SAMLResponse"] = "dW5rbm93bg==",
    };

    private static string NameOf(SuperTokensEndpoint endpoint) => $"{endpoint.Method} {endpoint.Path}";

    private static string? TokensOf(HttpResponseMessage answer)
        => answer.Header("st-access-token") is { Length: > 0 } token and not "remove" ? token : answer.Cookie("sAccessToken") is { Length: > 0 } cookie ? cookie : null;

    private async Task AssertRefusedAsync(string body, string? contentType)
    {
        foreach (var endpoint in fixture.Endpoints.Where(endpoint => endpoint.Method is not "GET" && !WithoutBody.Contains(NameOf(endpoint))))
        {
            var (status, answer) = await SendAsync(endpoint, body, contentType);
            Assert.True(status == HttpStatusCode.BadRequest, $"{NameOf(endpoint)}: {status} {answer}");
            Assert.NotEmpty((string?)JsonNode.Parse(answer)!["message"] ?? "");
        }

        foreach (var endpoint in fixture.Endpoints.Where(endpoint => WithoutBody.Contains(NameOf(endpoint))))
        {
            var (status, answer) = await SendAsync(endpoint, body, contentType);
            Assert.True(status == HttpStatusCode.Unauthorized, $"{NameOf(endpoint)}: {status} {answer}");
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(SuperTokensEndpoint endpoint, string body, string? contentType)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), "/auth" + endpoint.Path);
        if (endpoint.Method != "GET")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        using var answer = await fixture.App.CreateClient().SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
