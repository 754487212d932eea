using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace SuperTokens.FunctionsWorker.StandIn;

/// <summary>A function of the app.</summary>
internal sealed class Function : FunctionDefinition
{
    private Function(MethodInfo method, string name, ParameterInfo parameter, HttpTriggerAttribute trigger)
    {
        Method = method;
        Name = name;
        Trigger = trigger;
        Parameters = [.. method.GetParameters().Select(one => new FunctionParameter(one.Name!, one.ParameterType))];
        InputBindings = ImmutableDictionary<string, BindingMetadata>.Empty.Add(parameter.Name!, new HttpTriggerBinding(parameter.Name!));
    }

    public MethodInfo Method { get; }

    public HttpTriggerAttribute Trigger { get; }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly => Method.DeclaringType!.Assembly.Location;

    public override string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    public override string Id => Name;

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    /// <summary>Finds the functions of an app that HTTP triggers; there is nothing here that would trigger others.</summary>
    public static IEnumerable<Function> FindAll(Assembly assembly)
        => from type in assembly.GetTypes()
           where type is { IsPublic: true, IsAbstract: false } or { IsPublic: true, IsSealed: true }
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           select new Function(method, function.Name, parameter, trigger);

    private sealed class HttpTriggerBinding(string name) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => "httpTrigger";

        public override BindingDirection Direction => BindingDirection.In;
    }
}
