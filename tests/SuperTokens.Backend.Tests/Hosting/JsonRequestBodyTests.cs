using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting;

public sealed class JsonRequestBodyTests
{
    private const string Json = "application/json";
    private const string NotJson = "API input error: Please make sure to pass a valid JSON input in the request body";

    [Theory]
    [InlineData(Json, """{"a":1}""", """{"a":1}""")]
    [InlineData("application/json; charset=utf-8", """{"a":"é"}""", """{"a":"é"}""")]
    [InlineData("application/vnd.app+json", """{"a":1}""", """{"a":1}""")]
    [InlineData("text/plain", """{"a":1}""", """{"a":1}""")]
    [InlineData(null, """{"a":1}""", """{"a":1}""")]
    [InlineData(Json, """{"a":"\ud83d\ude00"}""", """{"a":"\ud83d\ude00"}""")]
    [InlineData(Json, "", "{}")]
    [InlineData(null, "", "{}")]
    [InlineData("application/x-www-form-urlencoded", "", "{}")]
    [InlineData(Json, "[1,2]", "{}")]
    [InlineData(Json, "null", "{}")]
    [InlineData(Json, "\"text\"", "{}")]
    public async Task A_body_is_read_as_recorded(string? contentType, string body, string expected)
    {
        var (status, answer) = await PostAsync(Encoding.UTF8.GetBytes(body), contentType);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(expected, answer);
    }

    [Theory]
    [InlineData(Json, "this is not json")]
    [InlineData(Json, """{"a":1""")]
    [InlineData(Json, """{"a":1,}""")]
    [InlineData(Json, """{"a":1} x""")]
    [InlineData(Json, """{"a":1,"a":2}""")]
    [InlineData(Json, """{"b":{"a":1,"\u0061":2}}""")]
    [InlineData(Json, """{"a":"\ud83d"}""")]
    [InlineData(Json, """{"\udc00":1}""")]
    [InlineData("application/x-www-form-urlencoded", "formFields=1")]
    [InlineData("application/x-www-form-urlencoded", """{"a":1}""")]
    [InlineData("multipart/form-data", """{"a":1}""")]
    [InlineData("application/json; charset=utf-16", """{"a":1}""")]
    [InlineData("nonsense", """{"a":1}""")]
    public async Task What_is_not_JSON_is_a_400(string contentType, string body)
        => await IsRefusedAsync(Encoding.UTF8.GetBytes(body), contentType, NotJson);

    [Fact]
    public async Task Invalid_UTF8_is_a_400() => await IsRefusedAsync([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8], Json, NotJson);

    [Fact]
    public async Task Deep_nesting_is_a_400()
        => await IsRefusedAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))), Json, NotJson);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_a_400(bool announced)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"a":"{{new string('x', 2000)}}"}""");
        await IsRefusedAsync(body, Json, "API input error: The request body is larger than 1000 bytes", announced);
    }

    [Theory]
    [InlineData("text/plain", "http://localhost:3000", HttpStatusCode.OK)]
    [InlineData("text/plain", "http://evil.example", HttpStatusCode.BadRequest)]
    [InlineData("text/plain", "http://localhost:3000.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("text/plain", "null", HttpStatusCode.BadRequest)]
    [InlineData(null, "http://evil.example", HttpStatusCode.BadRequest)]
    [InlineData(Json, "http://evil.example", HttpStatusCode.OK)]
    public async Task A_form_on_another_site_cannot_pass_its_text_off_as_JSON(string? contentType, string origin, HttpStatusCode expected)
        => Assert.Equal(expected, (await PostAsync("""{"a":1}"""u8.ToArray(), contentType, origin: origin)).Status);

    private static async Task IsRefusedAsync(byte[] body, string contentType, string message, bool announced = true)
    {
        var (status, answer) = await PostAsync(body, contentType, announced);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(message, (string?)JsonNode.Parse(answer)!["message"]);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(byte[] body, string? contentType, bool announced = true, string? origin = null)
    {
        await using var app = await TestApp.StartAsync(
            new StubCore(),
            builder => builder.Services.AddSingleton<ISuperTokensEndpoints>(new TestEndpoints(new SuperTokensEndpoint(
                "x", "POST", "/read", async (api, cancel) => Results.Text((await JsonRequestBody.ReadAsync(api, cancel)).GetRawText())))),
            options => options.MaxRequestBodySize = body.Length > 10_000 ? 100_000 : 1000);
        using var content = announced ? new ByteArrayContent(body) : (HttpContent)new StreamContent(new UnknownLength(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.TryParse(contentType, out var type) ? type : null;
        if (contentType is not null && content.Headers.ContentType is null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var client = app.CreateClient();
        if (origin is not null)
        {
            client.DefaultRequestHeaders.Add("Origin", origin);
        }

        using var answer = await client.PostAsync("/auth/read", content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
