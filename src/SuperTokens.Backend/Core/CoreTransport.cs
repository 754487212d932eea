using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Core;

/// <summary>
/// Gets a request to one of the hosts, round robin, through the pipelines of <see cref="CoreResilience"/>. A write is sent again
/// only when no host can have received it, or when the host refused it with 429.
/// </summary>
internal sealed class CoreTransport
{
    private readonly IHttpClientFactory _httpClients;
    private readonly ILogger<CoreClient> _logger;
    private readonly CoreHosts _hosts;
    private readonly string? _apiKey;
    private readonly CoreOptions _options;
    private readonly Lazy<ResiliencePipeline<CoreAttempt>> _pipeline;

    public CoreTransport(IHttpClientFactory httpClients, IOptions<SuperTokensOptions> options, TimeProvider time, ILogger<CoreClient> logger)
    {
        _httpClients = httpClients;
        _logger = logger;
        _hosts = CoreHosts.Of(options.Value);
        _apiKey = string.IsNullOrWhiteSpace(options.Value.ApiKey) ? null : options.Value.ApiKey;
        _options = options.Value.Core;
        _pipeline = new(() => CoreResilience.BuildForCall(_options, _hosts.Count, time, logger));
    }

    /// <summary>Sends a request until a host answers or no try is left.</summary>
    /// <param name="request">The request.</param>
    /// <param name="version">The CDI version to send, or null to send none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, whatever its status.</returns>
    /// <exception cref="CoreException">No host answered in time.</exception>
    public async Task<CoreAnswer> SendAsync(CoreRequest request, CdiVersion? version, CancellationToken cancellationToken)
    {
        var pathAndQuery = PathAndQuery(request);
        var position = _hosts.Next();
        var attempt = await _pipeline.Value.ExecuteAsync(token => TryAsync(request, _hosts.At(position++), pathAndQuery, version, token), cancellationToken);
        return attempt.Answer ?? throw new CoreException(
            $"The SuperTokens core at {attempt.Host} did not answer {request.Method} {request.Path}: {Describe(attempt.Failure)}", attempt.Cause);
    }

    /// <summary>Sends a request to every host, once.</summary>
    /// <param name="request">The request; a read.</param>
    /// <param name="cancellationToken">Ends the call: hosts that have not answered by then timed out.</param>
    /// <returns>What came of it, in the order of the hosts.</returns>
    public Task<CoreAttempt[]> SendToEachAsync(CoreRequest request, CancellationToken cancellationToken)
    {
        return Task.WhenAll(Enumerable.Range(0, _hosts.Count).Select(host => AskAsync(_hosts.At((uint)host))));

        async Task<CoreAttempt> AskAsync(string host)
        {
            try
            {
                return await TryAsync(request, host, PathAndQuery(request), version: null, cancellationToken);
            }
            catch (OperationCanceledException exception)
            {
                return new CoreAttempt(request, host, null, CoreFailure.TimedOut, exception);
            }
        }
    }

    private static string PathAndQuery(CoreRequest request)
    {
        if (request.Query.IsEmpty)
        {
            return request.Path.Value;
        }

        var text = new StringBuilder(request.Path.Value);
        var separator = '?';
        foreach (var (name, value) in request.Query)
        {
            if (value is not null)
            {
                text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return text.ToString();
    }

    private string Describe(CoreFailure? failure) => failure switch
    {
        CoreFailure.CircuitOpen => $"it failed too often and is left alone for {_options.Circuit.BreakDuration}.",
        CoreFailure.NotSent => "no connection could be made. Is it running, and is SuperTokens:ConnectionUri its address?",
        CoreFailure.Broken => "the connection broke.",
        CoreFailure.TooLarge => $"its answer is larger than {WholeAnswerHandler.MaxAnswerSize} bytes. Is SuperTokens:ConnectionUri its address?",
        _ => $"no whole answer came within {_options.Timeout}.",
    };

    private async ValueTask<CoreAttempt> TryAsync(CoreRequest request, string host, string pathAndQuery, CdiVersion? version, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await SendOnceAsync(request, host + pathAndQuery, version, cancellationToken);
            _logger.Answered(request.Method, request.Path, host, answer.Status);
            return new CoreAttempt(request, host, answer);
        }
        catch (Exception exception) when (CoreFailures.Of(exception, cancellationToken) is { } failure)
        {
            if (failure == CoreFailure.CircuitOpen)
            {
                _logger.PassedOver(request.Method, request.Path, host);
            }
            else
            {
                _logger.Failed(request.Method, request.Path, host, failure, exception);
            }

            return new CoreAttempt(request, host, null, failure, exception);
        }
    }

    private async Task<CoreAnswer> SendOnceAsync(CoreRequest request, string url, CdiVersion? version, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, url);
        if (version is { } spoken)
        {
            message.Headers.Add("cdi-version", spoken.ToString());
        }

        if (_apiKey is not null)
        {
            message.Headers.Add("api-key", _apiKey);
        }

        if (request.RecipeId is not null)
        {
            message.Headers.Add("rid", request.RecipeId);
        }

        if (request.Method != HttpMethod.Get)
        {
            // Content, even if empty, also keeps the handler from sending a write twice by itself when a connection breaks.
            message.Content = new ReadOnlyMemoryContent(request.Body ?? default);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        using var client = _httpClients.CreateClient(CoreDefaults.HttpClientName);
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            request.OnResponseHeaders?.Invoke(response.Headers);
        }

        return new CoreAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
    }
}
