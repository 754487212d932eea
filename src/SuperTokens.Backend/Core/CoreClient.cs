using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Diagnostics;

namespace SuperTokens.Backend.Core;

/// <summary>Speaks CDI with the core: negotiates the version once and turns answers into typed results.</summary>
internal sealed class CoreClient(CoreTransport transport, SuperTokensAppInfo appInfo, CoreTelemetry telemetry, ILogger<CoreClient> logger) : ICoreClient
{
    private const int Ok = 200;
    private const int MaxMessageSize = 1000;

    /// <summary>The versions this SDK speaks: those whose answers the recordings cover.</summary>
    public static readonly ImmutableArray<CdiVersion> SupportedVersions = [new(5, 0), new(5, 1), new(5, 2), new(5, 3), new(5, 4)];

    private readonly Lock _lock = new();
    private Task<CdiVersion>? _negotiation;

    public ValueTask<CdiVersion> GetCdiVersionAsync(CancellationToken cancellationToken = default)
    {
        Task<CdiVersion> negotiation;
        lock (_lock)
        {
            // Calls that come at once share one negotiation, so no single caller may cancel it; a failed one is done anew.
            if (_negotiation is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _negotiation = Task.Run(NegotiateAsync, CancellationToken.None);

                // All who waited for it may have gone away.
                _ = _negotiation.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            negotiation = _negotiation;
        }

        return new ValueTask<CdiVersion>(negotiation.IsCompletedSuccessfully ? negotiation : negotiation.WaitAsync(cancellationToken));
    }

    public async Task<TResponse> SendAsync<TResponse>(
        CoreRequest request, JsonTypeInfo<TResponse> responseType, CancellationToken cancellationToken = default)
    {
        var version = await GetCdiVersionAsync(cancellationToken);
        return await SendAsync(request, version, responseType, cancellationToken);
    }

    private static TResponse Read<TResponse>(CoreRequest request, CoreAnswer answer, JsonTypeInfo<TResponse> responseType)
    {
        if (answer.Status != Ok)
        {
            throw Failure(request, answer, answer.Status switch
            {
                401 => "; is SuperTokens:ApiKey the core's key?",
                402 => "; its licence does not cover this",
                _ => "",
            });
        }

        // Browsers' errors, proxies and plain-text routes such as /hello answer with text.
        if (answer.MediaType is null || !answer.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw Failure(request, answer, $" and {answer.MediaType ?? "no content type"} instead of JSON; is it a SuperTokens core?");
        }

        try
        {
            return JsonSerializer.Deserialize(answer.Body, responseType) ?? throw Failure(request, answer, " and null");
        }
        catch (JsonException exception)
        {
            // The exception itself names properties, which can be anybody's: where it happened must do.
            throw Failure(request, answer, $" and JSON that is not as expected (line {exception.LineNumber}, byte {exception.BytePositionInLine})");
        }
    }

    private static CoreException Failure(CoreRequest request, CoreAnswer answer, string detail)
        => new($"The SuperTokens core answered {request.Method} {request.Path} with {answer.Status}{detail}")
        {
            StatusCode = answer.Status,
            Request = $"{request.Method} {request.Path}",
            CoreMessage = answer.Status == Ok ? null : MessageOf(answer),
        };

    private static string? MessageOf(CoreAnswer answer)
    {
        var text = Encoding.UTF8.GetString(answer.Body.AsSpan()[..Math.Min(answer.Body.Length, MaxMessageSize)]);
        return text.Length == 0 ? null : text;
    }

    private async Task<TResponse> SendAsync<TResponse>(
        CoreRequest request, CdiVersion? version, JsonTypeInfo<TResponse> responseType, CancellationToken cancellationToken)
    {
        var call = telemetry.Begin(request, version);
        try
        {
            var response = Read(request, await transport.SendAsync(request, version, cancellationToken), responseType);
            telemetry.Succeeded(call);
            return response;
        }
        catch (Exception exception)
        {
            telemetry.Failed(call, exception);
            throw;
        }
    }

    private async Task<CdiVersion> NegotiateAsync()
    {
        var request = CoreRequest.Get(CorePath.App("/apiversion")) with
        {
            Query = [new("apiDomain", appInfo.ApiDomain), new("websiteDomain", appInfo.GetOrigin(null))],
        };
        var answer = await SendAsync(request, null, CoreJsonContext.Default.ApiVersionAnswer, CancellationToken.None);
        CdiVersion? best = null;
        foreach (var text in answer.Versions)
        {
            if (CdiVersion.TryParse(text, out var version) && SupportedVersions.Contains(version) && !(version < best))
            {
                best = version;
            }
        }

        if (best is not { } chosen)
        {
            throw new CoreException(
                $"The SuperTokens core speaks CDI {string.Join(", ", answer.Versions.Take(50))}; this SDK speaks {string.Join(", ", SupportedVersions)}. "
                + "Use a core of a version that speaks one of these.");
        }

        logger.Negotiated(chosen);
        return chosen;
    }
}
