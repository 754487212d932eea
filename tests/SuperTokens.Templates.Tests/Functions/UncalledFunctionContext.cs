using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace SuperTokens.Templates.Tests.Functions;

/// <summary>A call of a function that a timer has triggered.</summary>
/// <param name="type">The function's class.</param>
/// <param name="method">Its method.</param>
internal sealed class UncalledFunctionContext(Type type, string method) : FunctionContext
{
    public override string InvocationId => "1";

    public override string FunctionId => method;

    public override FunctionDefinition FunctionDefinition { get; } = new Timed(type, method);

    public override IServiceProvider InstanceServices { get; set; } = null!;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => throw new NotSupportedException();

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    private sealed class Timed(Type type, string method) : FunctionDefinition
    {
        public override string Id => method;

        public override string Name => method;

        public override string EntryPoint => $"{type.FullName}.{method}";

        public override string PathToAssembly => type.Assembly.Location;

        public override ImmutableArray<FunctionParameter> Parameters => [];

        public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }
            = ImmutableDictionary<string, BindingMetadata>.Empty.Add("timer", new TimerTrigger());

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;
    }

    private sealed class TimerTrigger : BindingMetadata
    {
        public override string Name => "timer";

        public override string Type => "timerTrigger";

        public override BindingDirection Direction => BindingDirection.In;
    }
}
