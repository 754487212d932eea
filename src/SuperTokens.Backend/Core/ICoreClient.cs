using System.Text.Json.Serialization.Metadata;

namespace SuperTokens.Backend.Core;

/// <summary>
/// Talks to the SuperTokens core (CDI): picks a host, sends the key and the protocol version, retries what is safe to
/// retry. The one place that builds core URLs.
/// </summary>
public interface ICoreClient
{
    /// <summary>The CDI version spoken with the core: the highest that both sides know, negotiated once per core.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The negotiated version.</returns>
    /// <exception cref="CoreException">The core cannot be reached or speaks no version this SDK knows.</exception>
    ValueTask<CdiVersion> GetCdiVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Sends one request and reads its JSON answer.</summary>
    /// <typeparam name="TResponse">The answer's type.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="responseType">How to read the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The core's answer to a request it carried out (status 200).</returns>
    /// <exception cref="CoreException">No host answered in time, or the answer was not a 200 with the JSON expected.</exception>
    Task<TResponse> SendAsync<TResponse>(CoreRequest request, JsonTypeInfo<TResponse> responseType, CancellationToken cancellationToken = default);
}
