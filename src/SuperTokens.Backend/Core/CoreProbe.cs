using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Core;

/// <summary>Asks one host of the core after the other how it is, without the retries and fail-over that hide a broken one.</summary>
internal sealed class CoreProbe(
    IHttpClientFactory httpClients, IOptions<SuperTokensOptions> options, SuperTokensAppInfo appInfo, IEnumerable<InProcessCore> inProcessCores)
{
    /// <summary>The setting of the core's address.</summary>
    public const string AddressSetting = $"SuperTokens:{nameof(SuperTokensOptions.ConnectionUri)}";

    /// <summary>The last part of <see cref="KeySetting"/>.</summary>
    public const string KeyName = nameof(SuperTokensOptions.ApiKey);

    /// <summary>The setting of the core's key.</summary>
    public const string KeySetting = $"SuperTokens:{KeyName}";

    /// <summary>Whether the core lives in this process.</summary>
    public bool IsInProcess { get; } = string.IsNullOrWhiteSpace(options.Value.ConnectionUri) && inProcessCores.Any();

    /// <summary>Whether a key is sent to the core.</summary>
    public bool HasKey { get; } = !string.IsNullOrWhiteSpace(options.Value.ApiKey);

    /// <summary>The hosts: scheme, host, port and base path.</summary>
    public ImmutableArray<string> Hosts { get; } = CoreHosts.Of(options.Value).All;

    /// <summary>Asks a host which versions it speaks.</summary>
    /// <param name="host">One of <see cref="Hosts"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What it said.</returns>
    public async Task<CoreProbeResult> AskAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            // CDI: the core keeps the two addresses for its dashboard, so they are the same as in the negotiation.
            var query = $"apiDomain={Uri.EscapeDataString(appInfo.ApiDomain)}&websiteDomain={Uri.EscapeDataString(Website)}";
            using var message = new HttpRequestMessage(HttpMethod.Get, $"{host}/apiversion?{query}");
            if (HasKey)
            {
                message.Headers.Add("api-key", options.Value.ApiKey);
            }

            using var client = httpClients.CreateClient(CoreDefaults.HttpClientName);
            using var response = await client.SendAsync(message, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)),
                HttpStatusCode.Unauthorized => new CoreProbeResult.KeyRefused(),
                var status => new CoreProbeResult.NoCore((int)status),
            };
        }
        catch (Exception exception) when (CoreFailures.Of(exception, cancellationToken) is not null)
        {
            return new CoreProbeResult.Unreachable();
        }
    }

    private string Website => options.Value.AppInfo.OriginOfRequest is null ? appInfo.GetOrigin(null) : appInfo.ApiDomain;

    private static CoreProbeResult Read(byte[] body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(body, CoreJsonContext.Default.ApiVersionAnswer);
            return answer is null
                ? new CoreProbeResult.NoCore((int)HttpStatusCode.OK)
                : new CoreProbeResult.Spoke([.. answer.Versions.Select(text => CdiVersion.TryParse(text, out var version) ? version : default).Where(version => version != default)]);
        }
        catch (JsonException)
        {
            return new CoreProbeResult.NoCore((int)HttpStatusCode.OK);
        }
    }
}
