using Microsoft.Azure.Functions.Worker;

namespace SuperTokens.FunctionsWorker.StandIn;

/// <summary>What a function returned.</summary>
internal sealed class FunctionResult : InvocationResult
{
    public override object? Value { get; set; }
}
