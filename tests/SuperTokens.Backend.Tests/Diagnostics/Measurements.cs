using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>Listens to the meter of one application.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<string> _taken = new();
    private readonly MeterListener _listener = new();

    public Measurements(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SuperTokensDiagnostics.MeterName && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What was measured, calls to the core left out: name, then each tag.</summary>
    public IReadOnlyList<string> Taken => [.. _taken.Where(line => !line.StartsWith("supertokens.core.", StringComparison.Ordinal))];

    public IReadOnlyList<string> OfCore => [.. _taken.Where(line => line.StartsWith("supertokens.core.", StringComparison.Ordinal))];

    public void Dispose() => _listener.Dispose();

    private void Take<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = instrument.Name;
        foreach (var (name, tag) in tags)
        {
            line += $" {name.Split('.')[^1]}={tag}";
        }

        _taken.Enqueue(instrument is Counter<long> ? line + $" +{value}" : line);
    }
}
