namespace SuperTokens.Templates.Tests;

/// <summary>The templates of this repository: the short names without <c>supertokens-</c>.</summary>
internal static class TemplateNames
{
    internal const string WebApi = "webapi";
    internal const string MinimalApi = "minimalapi";
    internal const string Mvc = "mvc";
    internal const string Functions = "functions";

    internal static readonly IReadOnlyList<string> All = [WebApi, MinimalApi, Mvc, Functions];

    /// <summary>What people type after <c>dotnet new</c>.</summary>
    internal static string ShortName(string template) => "supertokens-" + template;

    /// <summary>Where a template lies.</summary>
    internal static string Folder(string template) => Path.Combine(TestPaths.Templates, template + "-supertokens");
}
