using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Core;

/// <summary>
/// Gets a request to one of the hosts: round robin, fail-over, time limit and retries. A write is sent again only when no
/// host can have received it, or when the host refused it with 429.
/// </summary>
internal sealed class CoreTransport(
    IHttpClientFactory httpClients, IOptions<SuperTokensOptions> options, TimeProvider time, ILogger<CoreClient> logger)
{
    // supertokens-node: a 429 is tried again five times, after 10 ms and then 250 ms more each time.
    private const int RateLimitRetries = 5;
    private const int TooManyRequests = 429;

    // Far above a page of 500 users with long data, the largest answer there is.
    private const int MaxAnswerSize = 32 * 1024 * 1024;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan DelayStep = TimeSpan.FromMilliseconds(250);

    private readonly CoreHosts _hosts = CoreHosts.Of(options.Value);
    private readonly string? _apiKey = string.IsNullOrWhiteSpace(options.Value.ApiKey) ? null : options.Value.ApiKey;
    private readonly TimeSpan _timeout = options.Value.CoreTimeout;

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
        var rateLimited = 0;
        for (var tries = 1; ; tries++, position++)
        {
            var host = _hosts.At(position);
            try
            {
                var answer = await SendOnceAsync(request, host + pathAndQuery, version, cancellationToken);
                logger.Answered(request.Method, request.Path, host, answer.Status);
                if (answer.Status != TooManyRequests || rateLimited == RateLimitRetries)
                {
                    return answer;
                }
            }
            catch (Exception exception) when (Classify(exception, cancellationToken) is { } failure)
            {
                logger.Failed(request.Method, request.Path, host, failure, exception);
                if (!MayTryAgain(request, failure, tries))
                {
                    throw new CoreException($"The SuperTokens core at {host} did not answer {request.Method} {request.Path}: {Describe(failure)}", exception);
                }

                continue;
            }

            var delay = FirstDelay + (rateLimited++ * DelayStep);
            logger.RateLimited(request.Method, request.Path, host, delay);
            await Task.Delay(delay, time, cancellationToken);

            // Waiting for a busy host does not use up the tries against broken ones.
            tries--;
        }
    }

    private static CoreFailure? Classify(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException => CoreFailure.TimedOut,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => CoreFailure.NotSent,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => CoreFailure.TooLarge,
        HttpRequestException or IOException => CoreFailure.Broken,
        _ => null,
    };

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

    private string Describe(CoreFailure failure) => failure switch
    {
        CoreFailure.NotSent => "no connection could be made. Is it running, and is SuperTokens:ConnectionUri its address?",
        CoreFailure.Broken => "the connection broke.",
        CoreFailure.TooLarge => $"its answer is larger than {MaxAnswerSize} bytes. Is SuperTokens:ConnectionUri its address?",
        _ => $"no whole answer came within {_timeout}.",
    };

    private bool MayTryAgain(CoreRequest request, CoreFailure failure, int tries) => failure switch
    {
        CoreFailure.NotSent => tries < _hosts.Count,

        // A connection kept open can break under the request, so a read gets a second try even where there is one host.
        CoreFailure.Broken => request.Method == HttpMethod.Get && tries < Math.Max(_hosts.Count, 2),
        CoreFailure.TooLarge => false,
        _ => request.Method == HttpMethod.Get && tries < _hosts.Count,
    };

    private async Task<CoreAnswer> SendOnceAsync(CoreRequest request, string url, CdiVersion? version, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
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

        using var client = httpClients.CreateClient(CoreDefaults.HttpClientName);
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, linked.Token);
        await response.Content.LoadIntoBufferAsync(MaxAnswerSize, linked.Token);
        var body = await response.Content.ReadAsByteArrayAsync(linked.Token);
        if (response.IsSuccessStatusCode)
        {
            request.OnResponseHeaders?.Invoke(response.Headers);
        }

        return new CoreAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
    }
}
