using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting;

/// <summary>What holds for every endpoint of every recipe, those of tomorrow included.</summary>
public sealed class EveryEndpointTests(EveryEndpointApp fixture) : IClassFixture<EveryEndpointApp>
{
    private const string Json = "application/json";

    // Endpoints that read no body: whatever is sent, they look at the session alone.
    private static readonly string[] WithoutBody = ["/signout", "/session/refresh", "/user/email/verify/token"];

    private readonly TestApp _app = fixture.App;

    public static TheoryData<string, string?> MalformedBodies => new()
    {
        { "not json", Json },
        { """{"formFields":[""", Json },
        { """{"formFields":[],"formFields":[]}""", Json },
        { """{"formFields":[{"id":"email","id":"email","value":"a@b.co"}]}""", Json },
        { """{"formFields":[{"id":"email","value":"\ud800"}]}""", Json },
        { "formFields=1", "application/x-www-form-urlencoded" },
        { """{"formFields":[]}""", "application/json; charset=utf-16" },
        { string.Concat(Enumerable.Repeat("[", 5000)), Json },
        { $$"""{"a":"{{new string('x', 1100 * 1024)}}"}""", Json },
    };

    public static TheoryData<string> StrangeBodies =>
    [
        "", "null", "[]", "\"text\"", "5", "{}", """{"formFields":null}""", """{"formFields":{}}""", """{"formFields":[[]]}""",
        """{"formFields":[{"id":5,"value":[]}]}""", """{"formFields":[{"id":"email","value":"a@b.co"},{"id":"password","value":{"a":1}}]}""",
        """{"method":5,"token":[],"formFields":[{"id":"password","value":"Str0ngPassw0rd"}]}""", """{"shouldTryLinkingWithSessionUser":"x"}""",
    ];

    [Theory]
    [MemberData(nameof(MalformedBodies))]
    public async Task A_malformed_body_is_a_400_with_a_message(string body, string? contentType)
    {
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Method == "POST" && !WithoutBody.Contains(endpoint.Path)))
        {
            var (status, answer) = await SendAsync(endpoint, body, contentType);
            Assert.True(status == HttpStatusCode.BadRequest, $"{endpoint.Path}: {status}");
            Assert.NotEmpty((string?)JsonNode.Parse(answer)!["message"] ?? "");
        }
    }

    [Theory]
    [MemberData(nameof(StrangeBodies))]
    public async Task A_strange_body_never_makes_an_endpoint_fail(string body)
    {
        foreach (var endpoint in Endpoints())
        {
            var (status, answer) = await SendAsync(endpoint, body, Json);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{endpoint.Path}: {status} {answer}");
        }
    }

    [Theory]
    [InlineData("?email")]
    [InlineData("?email=")]
    [InlineData("?email=a&email=b")]
    [InlineData("?email[]=a")]
    [InlineData("?email=%FF%FE")]
    [InlineData("?email=%00")]
    public async Task A_strange_query_never_makes_an_endpoint_fail(string query)
    {
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Method == "GET"))
        {
            using var answer = await _app.CreateClient().GetAsync($"/auth{endpoint.Path}{query}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{endpoint.Path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Any_other_method_is_left_to_the_application()
    {
        var taken = Endpoints().Select(endpoint => (endpoint.Method, endpoint.Path)).ToHashSet();
        foreach (var path in taken.Select(endpoint => endpoint.Path).Distinct())
        {
            foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
            {
                if (!taken.Contains((method, path)))
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), "/auth" + path);
                    using var answer = await _app.CreateClient().SendAsync(request);
                    Assert.True(answer.Headers.Contains("x-from"), $"{method} {path}");
                }
            }
        }
    }

    [Fact]
    public async Task No_answer_to_a_foreign_origin_may_be_read_with_credentials()
    {
        foreach (var endpoint in Endpoints())
        {
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), "/auth" + endpoint.Path);
            request.Headers.Add("Origin", "https://evil.example");
            using var answer = await _app.CreateClient().SendAsync(request);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"), endpoint.Path);
        }
    }

    private List<SuperTokensEndpoint> Endpoints()
    {
        List<SuperTokensEndpoint> all = [.. _app.Services.GetServices<ISuperTokensEndpoints>().SelectMany(recipe => recipe.Endpoints)];
        Assert.NotEmpty(all);
        return all;
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(SuperTokensEndpoint endpoint, string body, string? contentType)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), "/auth" + endpoint.Path);
        if (endpoint.Method != "GET")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        using var answer = await _app.CreateClient().SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
