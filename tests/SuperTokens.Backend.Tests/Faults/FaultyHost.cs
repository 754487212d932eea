using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Faults;

/// <summary>A host of the core on a real socket, which breaks in the way a test wants. Several may stand before one core.</summary>
internal sealed class FaultyHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _core;
    private readonly ConcurrentQueue<string> _requests = new();
    private volatile TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FaultyHost(HttpMessageHandler core)
    {
        _core = new HttpClient(core) { BaseAddress = new Uri("http://core.test") };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Fault Fault { get; set; }

    /// <summary>The path that is broken. Default: all.</summary>
    public string? BrokenPath { get; set; }

    public string Address => _app.Urls.Single();

    /// <summary>Method and path of what arrived, <c>/apiversion</c> left out.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Ends when the next request arrives that the fault concerns.</summary>
    public Task Requested => _requested.Task;

    /// <summary>Ends when a caller has gone away from a request that is never answered.</summary>
    public Task Aborted => _aborted.Task;

    public static async Task<FaultyHost> StartAsync(HttpMessageHandler core)
    {
        var host = new FaultyHost(core);
        await host._app.StartAsync();
        return host;
    }

    public int Count(string request) => _requests.Count(each => each == request);

    /// <summary>Dies: open connections break and new ones are refused.</summary>
    public Task DieAsync() => _app.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync()
    {
        await DieAsync();
        await _app.DisposeAsync();
        _core.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/apiversion")
        {
            _requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        }

        var fault = BrokenPath is null || BrokenPath == context.Request.Path ? Fault : Fault.None;
        if (fault != Fault.None)
        {
            _requested.TrySetResult();
        }

        await (fault switch
        {
            Fault.HalfOpen => HangAsync(context),
            Fault.Slow => HangAfterHalfAsync(context),
            Fault.Reset => AbortAsync(context),
            Fault.AnswerLost => CarryOutAndAbortAsync(context),
            Fault.CutOff => AbortAfterHalfAsync(context),
            Fault.Status429 => WriteAsync(context, 429, "text/plain", "internals of the core"),
            Fault.Status500 => WriteAsync(context, 500, "text/plain", "internals of the core"),
            Fault.Status503 => WriteAsync(context, 503, "text/html", "internals of the core"),
            Fault.TruncatedJson => WriteAsync(context, 200, "application/json", """{"status":"OK","internals of the core":"""),
            Fault.MalformedJson => WriteAsync(context, 200, "application/json", """["internals of the core"]"""),
            Fault.Page => WriteAsync(context, 200, "text/html", "<html>internals of the core</html>"),
            Fault.WrongCdi => WriteAsync(context, 200, "application/json", """{"versions":["2.21","4.0"]}"""),
            _ => ForwardAsync(context),
        });
    }

    private async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
        _aborted.TrySetResult();
    }

    private async Task HangAfterHalfAsync(HttpContext context)
    {
        await WriteHalfAsync(context);
        await HangAsync(context);
    }

    private static async Task AbortAfterHalfAsync(HttpContext context)
    {
        await WriteHalfAsync(context);
        context.Abort();
    }

    private static Task AbortAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task CarryOutAndAbortAsync(HttpContext context)
    {
        using (await SendAsync(context))
        {
            context.Abort();
        }
    }

    private static async Task WriteHalfAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("""{"status":""");
        await context.Response.Body.FlushAsync();
    }

    private static Task WriteAsync(HttpContext context, int status, string type, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var answer = await SendAsync(context);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.StatusCode != HttpStatusCode.NoContent)
        {
            await answer.Content.CopyToAsync(context.Response.Body);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString.ToString());
        foreach (var name in new[] { "api-key", "cdi-version", "rid" })
        {
            if (context.Request.Headers.TryGetValue(name, out var value))
            {
                request.Headers.Add(name, value.ToString());
            }
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body.ToArray()) { Headers = { ContentType = new("application/json") } };
        }

        return await _core.SendAsync(request);
    }
}
