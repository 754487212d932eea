using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Scaling;

/// <summary>A proxy on a port of its own that sends each request to the next of its targets, as a load balancer does.</summary>
internal sealed class RoundRobin : IAsyncDisposable
{
    // Those a proxy does not pass on: the server writes them itself.
    private static readonly string[] HopByHop = ["transfer-encoding", "connection", "keep-alive", "host", "content-length"];

    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private string[] _targets;
    private int _next = -1;

    private RoundRobin(WebApplication app, string[] targets)
    {
        _app = app;
        _targets = targets;
    }

    /// <summary>Where it listens, as in <c>http://localhost:50123</c>.</summary>
    public string Address => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>How many requests each target got.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, int> Served { get; } = new(StringComparer.Ordinal);

    public static async Task<RoundRobin> StartAsync(params string[] targets)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var proxy = new RoundRobin(app, targets);
        app.Run(proxy.ForwardAsync);
        await app.StartAsync();
        return proxy;
    }

    /// <summary>Sends requests to these from now on.</summary>
    public void SendTo(params string[] targets) => Volatile.Write(ref _targets, targets);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var targets = Volatile.Read(ref _targets);
        var target = targets[(Interlocked.Increment(ref _next) & int.MaxValue) % targets.Length];
        Served.AddOrUpdate(target, 1, (_, count) => count + 1);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target + context.Request.Path + context.Request.QueryString);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()!.CanHaveBody)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => !HopByHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            _ = request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values!) || request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values!) == true;
        }

        using var answer = await _client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !HopByHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
