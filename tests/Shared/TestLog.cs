using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Testing;

/// <summary>Keeps what an application logs, at every level.</summary>
public sealed class TestLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    /// <summary>One line an entry: level, category, message, and the exception if there was one.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>All there is to each entry, and to each scope.</summary>
    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void Dispose()
    {
    }

    private static string ValuesOf<TState>(TState state)
        => state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(", ", values.Select(value => $"{value.Key}={value.Value}"))
            : $"{state}";

    private static string DataOf(Exception? exception)
        => exception is null
            ? ""
            : string.Join(", ", exception.Data.Values.Cast<object?>()) + DataOf(exception.InnerException);

    private sealed class Logger(string category, TestLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log._entries.Enqueue(new LogEntry(category, $"scope {state} {ValuesOf(state)}"));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {category}: {formatter(state, exception)} {exception}";
            log._lines.Enqueue(line);
            log._entries.Enqueue(new LogEntry(category, $"{line} {ValuesOf(state)} {DataOf(exception)}"));
        }
    }
}
