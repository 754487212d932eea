using System.Reflection;
using System.Text.RegularExpressions;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Conventions;

public sealed partial class LayerTests
{
    private const string Sdk = "src/SuperTokens.Backend/";

    [Fact]
    public void The_core_client_knows_no_HTTP_context_and_no_layer_above_it()
        => Findings.None(Files("Core").SelectMany(file =>
            Uses(file, "Microsoft.AspNetCore", "SuperTokens.Backend.Hosting", "SuperTokens.Backend.Recipes", "SuperTokens.Backend.Users", "SuperTokens.Backend.Delivery")
                .Concat(Says(file, "HttpContext"))));

    [Fact]
    public void Delivery_users_and_configuration_know_no_recipe()
        => Findings.None(new[] { "Delivery", "Users", "Configuration" }.SelectMany(Files).SelectMany(file => Uses(file, "SuperTokens.Backend.Recipes")));

    [Fact]
    public void Only_the_core_client_knows_the_key_and_the_address_of_the_core()
        => Findings.None(SourceFile.Below(Sdk)
            .Where(file => !file.Path.StartsWith(Sdk + "Core/", StringComparison.Ordinal) && !file.Path.StartsWith(Sdk + "Configuration/SuperTokensOptions", StringComparison.Ordinal))
            .SelectMany(file => Says(file, "ApiKey").Concat(Says(file, "ConnectionUri")).Concat(Says(file, "CoreTransport")))
            .Where(finding => !finding.StartsWith(Sdk + "DependencyInjection/SuperTokensServiceCollectionExtensions.cs", StringComparison.Ordinal))

            // What OpenAPI calls a cookie.
            .Where(finding => !finding.Contains("SecuritySchemeType.ApiKey", StringComparison.Ordinal)));

    [Fact]
    public void The_dispatcher_and_the_middleware_know_no_recipe()
        => Findings.None(Files("Hosting")
            .Where(file => DispatcherFile().IsMatch(file.Path))
            .SelectMany(file => Uses(file, "SuperTokens.Backend.Recipes")));

    [Fact]
    public void A_recipe_reaches_another_through_interfaces_and_data_only()
        => Findings.None(
            from type in typeof(ICoreClient).Assembly.GetTypes()
            let recipe = RecipeOf(type)
            where recipe is not null && !Code.IsGenerated(type)
            from used in DependenciesOf(type)
            let other = RecipeOf(used)
            where other is not null && other != recipe && !Code.IsContractOrData(used)
            select $"{type.FullName} holds a {used.FullName}");

    [Fact]
    public void Recipes_do_not_look_services_up()
        => Findings.None(Files("Recipes")
            .Where(file => !file.Path.EndsWith("BuilderExtensions.cs", StringComparison.Ordinal))

            // A minimal API binds a parameter through a static method that gets nothing but the request.
            .Where(file => !file.Path.EndsWith(".Binding.cs", StringComparison.Ordinal))
            .SelectMany(file => Says(file, "IServiceProvider").Concat(Says(file, "RequestServices")).Concat(Says(file, "GetRequiredService"))));

    private static IReadOnlyList<SourceFile> Files(string folder) => SourceFile.Below(Sdk + folder);

    private static IEnumerable<string> Uses(SourceFile file, params string[] namespaces)
        => from used in file.Usings
           where namespaces.Any(name => used == name || used.StartsWith(name + ".", StringComparison.Ordinal))
           select $"{file}: using {used}";

    private static IEnumerable<string> Says(SourceFile file, string word)
        => from line in file.Code
           where Regex.IsMatch(line, $@"\b{word}\b")
           select $"{file}: {line.Trim()}";

    private static string? RecipeOf(Type type)
        => type.Namespace is { } name && RecipeNamespace().Match(name) is { Success: true } match ? match.Groups[1].Value : null;

    private static IEnumerable<Type> DependenciesOf(Type type)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetFields(all).Select(field => field.FieldType)
            .Concat(type.GetConstructors(all).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType))
            .SelectMany(used => used.IsGenericType ? used.GetGenericArguments().Append(used) : [used])
            .Distinct();
    }

    [GeneratedRegex("^SuperTokens\\.Backend\\.Recipes\\.([^.]+)")]
    private static partial Regex RecipeNamespace();

    [GeneratedRegex("/(SuperTokensDispatcher|SuperTokensMiddleware|SuperTokensCorsMiddleware|EndpointTable|ErrorResponder|JsonRequestBody|ApiContext)\\.cs$")]
    private static partial Regex DispatcherFile();
}
