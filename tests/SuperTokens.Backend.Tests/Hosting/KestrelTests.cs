using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Hosting;

public sealed class KestrelTests
{
    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")]
    [InlineData("Content-Length: 5000\r\n\r\n{}")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n1388\r\n{}")]
    public async Task A_body_the_server_itself_refuses_is_a_400_with_a_message(string rest)
    {
        await using var app = await StartAsync(new TestLog(), maxServerBody: 1000);

        var answer = await SendAsync(new Uri(app.Urls.Single()).Port, $"POST /auth/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("""{"message":"API input error: The request body cannot be read"}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_our_limit_is_a_400_and_the_server_can_drop_the_rest()
    {
        var log = new TestLog();
        await using var app = await StartAsync(log, maxServerBody: 30_000_000);
        var body = new string(' ', 2_000_000);

        var answer = await SendAsync(
            new Uri(app.Urls.Single()).Port,
            $"POST /auth/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n");
        await app.StopAsync();

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> StartAsync(TestLog log, long maxServerBody)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = maxServerBody);
        builder.Services.AddSuperTokens(PipelineTests.Configure);
        builder.Services.AddSingleton<ISuperTokensEndpoints>(new TestEndpoints(new SuperTokensEndpoint(
            "x", "POST", "/read", async (api, cancel) => Results.Text((await JsonRequestBody.ReadAsync(api, cancel)).GetRawText()))));
        builder.Services.AddLeakCheck(log);
        var app = builder.Build();
        app.UseSuperTokens();
        await app.StartAsync();
        return app;
    }

    private static async Task<string> SendAsync(int port, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (!answer.ToString().Contains('}', StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0)
            {
                break;
            }

            answer.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return answer.ToString();
    }
}
