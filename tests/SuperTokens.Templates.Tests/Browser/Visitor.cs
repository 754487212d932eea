using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>Somebody with a browser: its tabs share cookies and storage, and everything it complains about is kept.</summary>
internal sealed class Visitor
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<IRequest> _requests = new();
    private readonly string _site;
    private readonly string _provider;

    internal Visitor(IBrowserContext context, string site, string provider)
    {
        Context = context;
        _site = site;
        _provider = provider;
        context.Console += (_, message) => Note(message);
        context.WebError += (_, error) => _complaints.Enqueue(error.Error);
        context.Request += (_, request) => Note(request);
        context.Response += (_, response) => Note(response);
    }

    internal IBrowserContext Context { get; }

    /// <summary>The tab opened last.</summary>
    internal IPage Page { get; private set; } = null!;

    /// <summary>An address of their own.</summary>
    internal string Email { get; } = $"{Guid.NewGuid():N}@example.com";

    internal string Password { get; } = "Analytical-Engine-1";

    /// <summary>Errors and warnings of the console, violations of the policy, failures of scripts, and requests to other origins.</summary>
    internal IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The requests for a path so far.</summary>
    internal int CountRequests(string path) => _requests.Count(request => new Uri(request.Url).AbsolutePath == path);

    internal async Task<IPage> OpenTabAsync() => Page = await Context.NewPageAsync();

    private void Note(IConsoleMessage message)
    {
        // The browser says so of pages that are meant to be 403 or 404, too; what must not fail is noted with the response.
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            _complaints.Enqueue($"{message.Page?.Url}: {message.Text}");
        }
    }

    private void Note(IRequest request)
    {
        _requests.Enqueue(request);
        var isAtProvider = request.IsNavigationRequest && request.Url.StartsWith(_provider, StringComparison.Ordinal);
        if (!request.Url.StartsWith(_site + "/", StringComparison.Ordinal) && !isAtProvider)
        {
            _complaints.Enqueue($"Another origin was asked: {request.Url}");
        }
    }

    private void Note(IResponse response)
    {
        if (response.Status >= 400 && !response.Request.IsNavigationRequest && !response.Url.EndsWith("/session/refresh", StringComparison.Ordinal))
        {
            _complaints.Enqueue($"{response.Status} {response.Url}");
        }
    }
}
