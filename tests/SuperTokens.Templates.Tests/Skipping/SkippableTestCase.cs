using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace SuperTokens.Templates.Tests.Skipping;

/// <summary>Reports a test that threw <see cref="SkippedException"/> as skipped instead of failed.</summary>
public sealed class SkippableTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Only xunit calls this, to read a test case that another process has written.")]
    public SkippableTestCase()
    {
    }

    public SkippableTestCase(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method, object[]? arguments = null)
        : base(diagnostics, display, displayOptions, method, arguments)
    {
    }

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        using var bus = new SkippingBus(messageBus);
        var summary = await base.RunAsync(diagnosticMessageSink, bus, constructorArguments, aggregator, cancellationTokenSource);
        summary.Failed -= bus.Skipped;
        summary.Skipped += bus.Skipped;
        return summary;
    }

    private sealed class SkippingBus(IMessageBus inner) : IMessageBus
    {
        public int Skipped { get; private set; }

        public bool QueueMessage(IMessageSinkMessage message)
        {
            if (message is not ITestFailed { ExceptionTypes: [var type, ..], Messages: [var reason, ..] } failed || type != typeof(SkippedException).FullName)
            {
                return inner.QueueMessage(message);
            }

            Skipped++;
            return inner.QueueMessage(new TestSkipped(failed.Test, reason));
        }

        public void Dispose()
        {
            // The bus belongs to xunit.
        }
    }
}
