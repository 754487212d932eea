using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>
/// Asks providers. Everything they say is foreign: an answer has a limit in time and size, a redirect is an error, and nothing goes
/// over an unprotected line but to this machine.
/// </summary>
internal sealed class ProviderHttp(IHttpClientFactory clients, IOptions<ThirdPartyOptions> options, TimeProvider time)
{
    /// <summary>The name of the <see cref="HttpClient"/> that asks providers.</summary>
    public const string ClientName = "SuperTokens.ThirdParty";

    // Discovery documents and key sets have a few kilobytes.
    private const int MaxAnswerSize = 512 * 1024;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads an address.</summary>
    /// <param name="providerId">The provider, for messages.</param>
    /// <param name="url">The address.</param>
    /// <param name="query">Query parameters; those with a null value are left out.</param>
    /// <param name="headers">Headers; those with a null value are left out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JSON of the answer.</returns>
    /// <exception cref="ThirdPartyProviderException">There is no such answer.</exception>
    public async Task<JsonNode> GetAsync(
        string providerId,
        string url,
        IEnumerable<KeyValuePair<string, string?>> query,
        IEnumerable<KeyValuePair<string, string?>> headers,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, UrlQuery.Add(Checked(providerId, url), query));
        return await SendAsync(providerId, request, headers, cancellationToken);
    }

    /// <summary>Sends something to an address.</summary>
    /// <param name="providerId">The provider, for messages.</param>
    /// <param name="url">The address.</param>
    /// <param name="content">What is sent.</param>
    /// <param name="headers">Headers; those with a null value are left out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JSON of the answer.</returns>
    /// <exception cref="ThirdPartyProviderException">There is no such answer.</exception>
    public async Task<JsonNode> PostAsync(
        string providerId, string url, HttpContent content, IEnumerable<KeyValuePair<string, string?>> headers, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Checked(providerId, url)) { Content = content };
        return await SendAsync(providerId, request, headers, cancellationToken);
    }

    /// <summary>A form as it is sent.</summary>
    /// <param name="fields">The fields; those with a null value are left out.</param>
    /// <returns>The content.</returns>
    public static HttpContent Form(IEnumerable<KeyValuePair<string, string?>> fields)
        => new StringContent(UrlQuery.Encode(fields), Encoding.ASCII, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));

    /// <summary>A JSON object as it is sent.</summary>
    /// <param name="json">The object.</param>
    /// <returns>The content.</returns>
    public static HttpContent JsonBody(JsonObject json) => new StringContent(json.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private static Uri Checked(string providerId, string url)
        => ProviderUrl.TryRead(url) ?? throw new ThirdPartyProviderException($"The provider {providerId} has an address that is no https URL (http is for this machine alone).");

    private async Task<JsonNode> SendAsync(
        string providerId, HttpRequestMessage request, IEnumerable<KeyValuePair<string, string?>> headers, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            if (value is not null)
            {
                // An access token may come from a frontend: behind a line end it would write headers and requests of its own.
                if (value.Any(char.IsControl))
                {
                    throw new ThirdPartyProviderException($"The header {name} for the provider {providerId} has a line end or another control character.");
                }

                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        var asked = $"{request.Method} {request.RequestUri!.GetLeftPart(UriPartial.Path)}";
        using var limit = new CancellationTokenSource(options.Value.ProviderTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new ThirdPartyProviderException($"The provider {providerId} answered {asked} with status {(int)response.StatusCode}.");
            }

            var body = await ReadAsync(response.Content, linked.Token)
                ?? throw new ThirdPartyProviderException($"The answer of the provider {providerId} to {asked} is larger than {MaxAnswerSize} bytes.");
            JsonRequestBody.RequireValidText(body);
            return JsonNode.Parse(body, documentOptions: Json) ?? throw NotJson(providerId, asked);
        }
        catch (JsonException)
        {
            // Its words could quote the answer.
            throw NotJson(providerId, asked);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new ThirdPartyProviderException($"The provider {providerId} could not be asked: {asked}.", exception);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ThirdPartyProviderException($"The provider {providerId} did not answer {asked} within {options.Value.ProviderTimeout}.", exception);
        }
    }

    private static ThirdPartyProviderException NotJson(string providerId, string asked) => new($"The answer of the provider {providerId} to {asked} is not JSON.");

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (read.Length + count > MaxAnswerSize)
            {
                return null;
            }

            await read.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return read.ToArray();
    }
}
