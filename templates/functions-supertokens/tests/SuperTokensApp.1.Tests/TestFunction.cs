using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace SuperTokensApp._1.Tests;

/// <summary>What the worker knows of a function.</summary>
public sealed class TestFunction(string name, MethodInfo method) : FunctionDefinition
{
    public MethodInfo Method => method;

    public override string Id => name;

    public override string Name => name;

    public override string EntryPoint => $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters => [];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }
        = ImmutableDictionary<string, BindingMetadata>.Empty.Add("request", new HttpTrigger());

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class HttpTrigger : BindingMetadata
    {
        public override string Name => "request";

        public override string Type => "httpTrigger";

        public override BindingDirection Direction => BindingDirection.In;
    }
}
