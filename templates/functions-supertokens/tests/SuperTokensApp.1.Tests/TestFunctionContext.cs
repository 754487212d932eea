using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SuperTokensApp._1.Tests;

/// <summary>What middleware and functions get to know of a call.</summary>
public sealed class TestFunctionContext(TestFunction function, HttpContext request) : FunctionContext
{
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Id;

    public override FunctionDefinition FunctionDefinition => function;

    public override IServiceProvider InstanceServices { get; set; } = request.RequestServices;

    // The worker puts the request there; GetHttpContext() reads it.
    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object> { ["HttpRequestContext"] = request };

    public override CancellationToken CancellationToken => request.RequestAborted;

    public override IInvocationFeatures Features => throw new NotSupportedException();

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();
}
