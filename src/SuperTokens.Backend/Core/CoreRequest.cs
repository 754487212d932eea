using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SuperTokens.Backend.Core;

/// <summary>One request to the core. Its body is kept as bytes, so that it can go to another host unchanged.</summary>
public sealed record CoreRequest
{
    private CoreRequest(HttpMethod method, CorePath path, ReadOnlyMemory<byte>? body)
    {
        Method = method;
        Path = path;
        Body = body;
    }

    /// <summary>The HTTP method. Only GET requests are retried once a host may have received them.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path below the host's base path.</summary>
    public CorePath Path { get; }

    /// <summary>The JSON body, or null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; }

    /// <summary>The recipe the core should take the request as (header <c>rid</c>), or null for none.</summary>
    public string? RecipeId { get; init; }

    /// <summary>The query parameters, unescaped; those with a null value are left out.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Query { get; init; } = [];

    /// <summary>Gets the headers of a 200 answer, for the few that carry data (the key set's <c>Cache-Control</c>); null for none.</summary>
    internal Action<HttpResponseHeaders>? OnResponseHeaders { get; init; }

    /// <summary>A read.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The request.</returns>
    public static CoreRequest Get(CorePath path) => new(HttpMethod.Get, path, null);

    /// <summary>A POST with a JSON body.</summary>
    /// <typeparam name="T">The body's type.</typeparam>
    /// <param name="path">The path.</param>
    /// <param name="body">The body.</param>
    /// <param name="bodyType">How to write the body.</param>
    /// <returns>The request.</returns>
    public static CoreRequest Post<T>(CorePath path, T body, JsonTypeInfo<T> bodyType) => new(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, bodyType));

    /// <summary>A PUT with a JSON body.</summary>
    /// <typeparam name="T">The body's type.</typeparam>
    /// <param name="path">The path.</param>
    /// <param name="body">The body.</param>
    /// <param name="bodyType">How to write the body.</param>
    /// <returns>The request.</returns>
    public static CoreRequest Put<T>(CorePath path, T body, JsonTypeInfo<T> bodyType) => new(HttpMethod.Put, path, JsonSerializer.SerializeToUtf8Bytes(body, bodyType));

    /// <summary>A DELETE without a body.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The request.</returns>
    public static CoreRequest Delete(CorePath path) => new(HttpMethod.Delete, path, null);
}
