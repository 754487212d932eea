using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace SuperTokens.PeerSuites.BackendServer.Instruments;

/// <summary>The suite's network interceptor: sees each request to the core.</summary>
internal sealed class CoreCalls(OverrideLog log, OverrideParams values, bool count) : DelegatingHandler
{
    private const string Name = "networkInterceptor";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var parameters = QueryHelpers.ParseQuery(request.RequestUri!.Query).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString()));
        var data = new JsonObject
        {
            ["url"] = request.RequestUri.GetLeftPart(UriPartial.Path), ["method"] = request.Method.Method, ["params"] = new JsonObject(parameters),
        };
        log.Add("CALL", Name, new JsonArray(data.DeepClone()));

        // The Node SDK fetches the keys past its interceptor.
        if (count && !request.RequestUri.AbsolutePath.EndsWith("/jwks.json", StringComparison.Ordinal))
        {
            values.CountCoreCall();
        }

        log.Add("RES", Name, data);
        return base.SendAsync(request, cancellationToken);
    }
}
