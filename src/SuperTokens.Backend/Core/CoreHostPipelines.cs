using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Core;

/// <summary>The pipelines around attempts: one for each scheme, host and port, since it keeps the circuit of that server.</summary>
internal sealed class CoreHostPipelines(IOptions<SuperTokensOptions> options, TimeProvider time, ILogger<CoreClient> logger)
{
    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> _pipelines = new(StringComparer.Ordinal);

    /// <summary>The pipeline of the host that a request goes to.</summary>
    /// <param name="request">The request, whose address is absolute.</param>
    /// <returns>The pipeline.</returns>
    public ResiliencePipeline<HttpResponseMessage> Of(HttpRequestMessage request)
        => _pipelines.GetOrAdd(request.RequestUri!.GetLeftPart(UriPartial.Authority), host => CoreResilience.BuildForHost(options.Value.Core, host, time, logger));
}
