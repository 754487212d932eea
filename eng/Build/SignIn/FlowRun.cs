using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace SuperTokens.Build;

/// <summary>What the parts of one flow share: the app they call, and how a step is run.</summary>
/// <param name="client">Reaches the app; sends no cookies by itself.</param>
/// <param name="basePath">The app's API base path, without a slash at the end.</param>
/// <param name="step">Runs one step; takes its title and what it does.</param>
/// <param name="cancellationToken">Stops the flow.</param>
internal sealed class FlowRun(HttpClient client, string basePath, Func<string, Func<Task>, Task> step, CancellationToken cancellationToken)
{
    internal const string Unauthorised = """{"message":"unauthorised"}""";

    /// <summary>Whether the app answers with pages where others answer with JSON. Default: false.</summary>
    internal bool HasPages { get; init; }

    /// <summary>What everybody may call.</summary>
    internal string OpenPath => HasPages ? "/" : "/hello";

    /// <summary>What needs a session, and tells whose it is.</summary>
    internal string SessionPath => HasPages ? "/account" : "/sessioninfo";

    internal string BasePath => basePath;

    internal required string AdminPath { get; init; }

    internal CancellationToken CancellationToken => cancellationToken;

    internal Task StepAsync(string title, Func<Task> run) => step(title, run);

    /// <summary>Calls one of the app's own endpoints.</summary>
    internal Task<FrontendAnswer> GetAsync(string path, string? accessToken = null) => SendAsync(HttpMethod.Get, path, accessToken, null, "header");

    /// <summary>Calls one of the app's own endpoints with a JSON body.</summary>
    internal Task<FrontendAnswer> SendAsync(HttpMethod method, string path, string? accessToken, object? body = null) => SendAsync(method, path, accessToken, body, "header");

    /// <summary>Calls an endpoint of the frontend API.</summary>
    internal Task<FrontendAnswer> PostAuthAsync(string path, object? body = null, string? token = null, string authMode = "header")
        => SendAsync(HttpMethod.Post, basePath + path, token, body, authMode);

    /// <summary>Calls an endpoint of the frontend API.</summary>
    internal Task<FrontendAnswer> GetAuthAsync(string path) => SendAsync(HttpMethod.Get, basePath + path, null, null, "header");

    /// <summary>Calls an endpoint as a browser does that got cookies.</summary>
    internal async Task<FrontendAnswer> WithCookiesAsync(HttpMethod method, string path, string cookies)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("Cookie", cookies);
        request.Headers.Add("st-auth-mode", "cookie");
        return await FrontendAnswer.SendAsync(client, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what the app sent to somebody last.</summary>
    internal async Task<InboxMessage> NewestMessageAsync(string recipient)
    {
        var page = (await GetAsync("/supertokens/inbox").ConfigureAwait(false)).HasStatus(200);
        return InboxMessage.Newest(page.Text(), recipient) ?? throw new BuildException($"The inbox has nothing for {recipient}:\n\n{page.Text()}");
    }

    private async Task<FrontendAnswer> SendAsync(HttpMethod method, string path, string? token, object? body, string authMode)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("st-auth-mode", authMode);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType());
        return await FrontendAnswer.SendAsync(client, request, cancellationToken).ConfigureAwait(false);
    }
}
