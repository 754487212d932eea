using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.FunctionsWorker.StandIn;

/// <summary>One call of a function.</summary>
internal sealed class FunctionCall(Function function, HttpContext request) : FunctionContext, IInvocationFeatures
{
    private readonly Dictionary<Type, object> _features = new() { [typeof(FunctionResult)] = new FunctionResult() };

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Id;

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get; set; } = request.RequestServices;

    public override FunctionDefinition FunctionDefinition => function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => this;

    public override CancellationToken CancellationToken => request.RequestAborted;

    /// <summary>The middleware that <c>ConfigureFunctionsWebApplication</c> adds: only what comes after it sees the request; afterwards it answers.</summary>
    public static async Task WithRequestAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        var call = (FunctionCall)context;
        context.Items[FunctionContextExtensions.HttpContextKey] = call.Request;
        await next(context);
        switch (context.GetInvocationResult().Value)
        {
            case IActionResult result:
                await result.ExecuteResultAsync(new ActionContext(call.Request, call.Request.GetRouteData(), new ActionDescriptor()));
                break;
            case IResult result:
                await result.ExecuteAsync(call.Request);
                break;
        }
    }

    /// <summary>The last of the middleware runs the function. What that throws comes wrapped, as from the real one's invoker.</summary>
    public static Task RunAsync(FunctionContext context)
        => ((FunctionCall)context).RunAsync().ContinueWith(task => context.GetInvocationResult().Value = task.Result, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    void IInvocationFeatures.Set<T>(T instance) => _features[typeof(T)] = instance!;

    T? IInvocationFeatures.Get<T>()
        where T : default
        => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

    IEnumerator<KeyValuePair<Type, object>> IEnumerable<KeyValuePair<Type, object>>.GetEnumerator() => _features.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _features.GetEnumerator();

    private HttpContext Request => request;

    private async Task<object?> RunAsync()
    {
        var instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(InstanceServices, function.Method.DeclaringType!);
        object?[] arguments = [.. function.Method.GetParameters().Select(Argument)];
        var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return function.Method.ReturnType.IsGenericType ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }

    private object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(HttpRequest) => this.GetHttpContext()?.Request
            ?? throw new InvalidOperationException($"'{function.Name}' has no request: call ConfigureFunctionsWebApplication in Program.cs."),
        var type when type == typeof(FunctionContext) => this,
        var type when type == typeof(CancellationToken) => CancellationToken,
        var type when type == typeof(string) => request.GetRouteValue(parameter.Name!)?.ToString(),
        var type => throw new NotSupportedException($"The stand-in gives functions no {type}."),
    };
}
