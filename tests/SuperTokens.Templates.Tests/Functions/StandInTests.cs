using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;

namespace SuperTokens.Templates.Tests.Functions;

/// <summary>What the stand-in for the worker offers to an app, the real packages offer as well: <c>worker-api.txt</c> was read from those.</summary>
public sealed class StandInTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What members of types in the file need, and the file has no members of.</summary>
    private static readonly string[] s_unlisted = ["BindingContext", "BindingDirection", "FunctionParameter", "IInvocationFeatures", "RetryContext", "TraceContext"];

    private static readonly Lazy<Dictionary<string, HashSet<string>>> s_real = new(Read);

    public static TheoryData<string> Types()
        => [.. typeof(FunctionsApplication).Assembly.GetExportedTypes().Select(NameOf).Except(s_unlisted).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void The_stand_in_has_only_what_the_worker_has(string name)
    {
        var type = typeof(FunctionsApplication).Assembly.GetExportedTypes().Single(one => NameOf(one) == name);

        var members = s_real.Value[$"{type.Namespace}.{name}"];

        Assert.All(Members(type), member => Assert.Contains(member, members));
    }

    private static IEnumerable<string> Members(Type type)
        => type.GetConstructors().Select(one => $"ctor({Parameters(one)})")
            .Concat(type.GetProperties(Own).Select(one => $"{(one.GetMethod!.IsStatic ? "static " : string.Empty)}{NameOf(one.PropertyType)} {one.Name} {(one.SetMethod?.IsPublic == true ? "{ get; set; }" : "{ get; }")}"))
            .Concat(type.GetMethods(Own).Where(one => !one.IsSpecialName).Select(one => Modifier(one) + $"{NameOf(one.ReturnType)} {one.Name}{Generic(one.GetGenericArguments())}({Parameters(one)})"))
            .Concat(type.GetFields(Own).Where(one => one.IsLiteral).Select(one => $"const {one.Name} = {one.GetRawConstantValue()}"));

    private static string Modifier(MethodInfo method)
        => method.IsStatic ? "static " : method.DeclaringType!.IsInterface ? "abstract " : string.Empty;

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(one => $"{NameOf(one.ParameterType)} {one.Name}{(one.HasDefaultValue ? " = default" : string.Empty)}"));

    private static string NameOf(Type type)
        => type.IsArray ? NameOf(type.GetElementType()!) + "[]" : type.Name.Split('`')[0] + Generic(type.GetGenericArguments());

    private static string Generic(Type[] arguments) => arguments is [] ? string.Empty : $"<{string.Join(", ", arguments.Select(NameOf))}>";

    private static Dictionary<string, HashSet<string>> Read()
    {
        var types = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Functions", "worker-api.txt")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                // ## package: namespace.type (kind) …
                var name = line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..line.IndexOf(" (", StringComparison.Ordinal)];
                types[name] = members = [];
            }
            else
            {
                members.Add(line.Trim());
            }
        }

        return types;
    }
}
