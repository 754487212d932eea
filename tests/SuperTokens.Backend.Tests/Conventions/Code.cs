using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Conventions;

/// <summary>The types of the libraries, as the convention tests look at them.</summary>
internal static class Code
{
    public const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All types we wrote: those of compilers and source generators are left out.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. new[] { typeof(ICoreClient).Assembly, Assembly.Load("SuperTokens.EmbeddedCore") }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !IsGenerated(type))
    ];

    /// <summary>All methods we wrote, property accessors and operators left out.</summary>
    public static IEnumerable<MethodInfo> Methods
        => Types.SelectMany(type => type.GetMethods(Declared)).Where(method => !method.IsSpecialName && !IsGenerated(method) && !method.Name.Contains('<', StringComparison.Ordinal));

    public static bool IsGenerated(MemberInfo? member)
        => member is not null
            && (member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                || member.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)
                || member.Name.StartsWith('<')
                || IsGenerated(member.DeclaringType));

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Declared) is not null;

    /// <summary>Whether a type is something one recipe may know of another.</summary>
    public static bool IsContractOrData(Type type)
        => type.IsInterface || type.IsAbstract || type.IsValueType || type.IsArray || IsRecord(type)
            || typeof(Delegate).IsAssignableFrom(type) || typeof(Exception).IsAssignableFrom(type)
            || type == typeof(SessionContainer) || type.Name.EndsWith("Options", StringComparison.Ordinal);

    public static bool ReturnsTask(MethodInfo method)
    {
        var type = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType;
        return type == typeof(Task) || type == typeof(Task<>) || type == typeof(ValueTask) || type == typeof(ValueTask<>) || type == typeof(IAsyncEnumerable<>);
    }

    public static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
