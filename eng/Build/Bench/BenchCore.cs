using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace SuperTokens.Build.Bench;

/// <summary>The core all apps share: makes sessions, counts calls, grows.</summary>
internal sealed class BenchCore(BenchServer server)
{
    internal const string Issuer = "http://localhost:3001/auth";
    internal const string SessionPath = "recipe/session";

    /// <summary>What wrk posts to <see cref="SessionPath"/>.</summary>
    internal const string NewSession =
        $$$"""{"userId":"user","userDataInJWT":{"iss":"{{{Issuer}}}"},"userDataInDatabase":{},"useDynamicSigningKey":true,"enableAntiCsrf":false}""";

    private const string CdiHeader = "cdi-version";
    private const string CdiVersion = "5.4";

    internal static readonly string[] Headers = [CdiHeader, CdiVersion, "rid", "session"];

    internal BenchServer Server => server;

    /// <summary>Makes a session.</summary>
    /// <returns>Its access token.</returns>
    internal async Task<string> CreateTokenAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(SessionPath, UriKind.Relative))
        {
            Content = new StringContent(NewSession, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(CdiHeader, CdiVersion);
        using var answer = await server.Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false);
        return json.GetProperty("accessToken").GetProperty("token").GetString()!;
    }

    /// <summary>Lets the core have as many sessions, each of a user of its own, or as many users.</summary>
    internal async Task GrowAsync(string what, int count, CancellationToken cancellationToken)
    {
        using var answer = await server.Client.PostAsync(new Uri($"bench/{what}/{count}", UriKind.Relative), null, cancellationToken).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How many calls came so far, this question left out.</summary>
    internal async Task<int> CallsAsync(CancellationToken cancellationToken)
        => int.Parse(await server.Client.GetStringAsync(new Uri("bench/calls", UriKind.Relative), cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
}
