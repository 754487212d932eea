using System.Collections;
using System.Reflection;
using System.Text;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Conventions;

public sealed class CodeConventionTests
{
    [Fact]
    public void A_class_is_sealed_abstract_or_static_but_claims_may_be_derived_from()
        => Findings.None(Code.Types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !typeof(SessionClaim).IsAssignableFrom(type))
            .Select(type => type.FullName));

    [Fact]
    public void Nothing_static_can_change()
        => Findings.None(
            from type in Code.Types
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsLiteral && (!field.IsInitOnly || IsMutable(field.FieldType))
            select $"{type.FullName}.{field.Name}");

    [Fact]
    public void A_method_that_returns_a_task_ends_with_Async()
        => Findings.None(
            from method in Code.Methods
            where Code.ReturnsTask(method) && !method.Name.EndsWith("Async", StringComparison.Ordinal)
            select Code.Name(method));

    [Fact]
    public void A_cancellation_token_comes_last()
        => Findings.None(
            from method in Code.Methods
            let parameters = method.GetParameters()
            where parameters.SkipLast(1).Any(parameter => parameter.ParameterType == typeof(CancellationToken))
            select Code.Name(method));

    [Fact]
    public void An_asynchronous_method_of_a_public_interface_can_be_cancelled()
        => Findings.None(
            from method in Code.Methods
            where method.DeclaringType is { IsInterface: true, IsPublic: true } && Code.ReturnsTask(method)
                && method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
            select Code.Name(method));

    [Fact]
    public void What_only_the_SDK_itself_uses_is_internal()
        => Findings.None(
            from type in Code.Types
            where type.IsVisible
                && new[] { "Endpoints", "JsonContext", "Log", "OptionsValidator", "Middleware", "Store", "Answer" }.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal))
            select type.FullName);

    private static bool IsMutable(Type type)
        => type == typeof(StringBuilder)
            || (typeof(IEnumerable).IsAssignableFrom(type)
                && type is { IsInterface: false, IsArray: false, IsAbstract: false }
                && type != typeof(string)
                && type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent");
}
