using SuperTokens.FunctionsWorker.StandIn;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>As in the package Worker.Core.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned; what is set here is answered instead.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<FunctionResult>()!;
    }
}
