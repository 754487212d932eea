using System.Xml.Linq;

namespace SuperTokens.Build;

/// <summary>
/// Lets a generated Functions app build and run where the packages of the Azure Functions worker cannot be restored: its project stays as it is, and a
/// <c>Directory.Build.targets</c> beside it puts <c>tests/SuperTokens.FunctionsWorker.StandIn</c> in their place.
/// </summary>
public static class FunctionsStandIn
{
    /// <summary>The packages that it stands in for, as they are named in the project.</summary>
    public static readonly IReadOnlyList<string> Packages =
    [
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        "Microsoft.Azure.Functions.Worker.Sdk",
    ];

    private const string Name = "SuperTokens.FunctionsWorker.StandIn";

    /// <summary>Whether a template's apps need it.</summary>
    /// <param name="template">Its short name, with or without <c>supertokens-</c>.</param>
    /// <returns>True for the template of Functions.</returns>
    public static bool IsNeededBy(string template) => template is "functions" or "supertokens-functions";

    /// <summary>Builds the stand-in and writes the targets, for a caller that does not have it beside itself as the tests do.</summary>
    /// <param name="repository">This repository.</param>
    /// <param name="folder">The folder for the targets.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <returns>The task.</returns>
    /// <exception cref="BuildException">It does not build.</exception>
    public static async Task BuildAsync(Repository repository, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(repository);
        var output = Path.Combine(repository.Artifacts, "functions-stand-in");
        var project = Path.Combine(repository.Root, "tests", Name, Name + ".csproj");
        await Shell.RequireDotnetAsync(repository.Root, ["build", project, "-o", output, "-nologo", "-v", "q", "-p:RunAnalyzers=false"], environment: null, cancellationToken).ConfigureAwait(false);
        await WriteAsync(folder, Path.Combine(output, Name + ".dll")).ConfigureAwait(false);
    }

    /// <summary>Writes the targets into a folder that the app is in, or lies below.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="assembly">The stand-in's assembly. Default: the one beside this program.</param>
    /// <returns>The task.</returns>
    public static Task WriteAsync(string folder, string? assembly = null)
    {
        var references = new XElement(
            "ItemGroup",
            new XElement("PackageReference", new XAttribute("Remove", string.Join(';', Packages))),
            new XElement("Reference", new XAttribute("Include", assembly ?? Path.Combine(AppContext.BaseDirectory, Name + ".dll"))));
        return File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.targets"), new XElement("Project", references) + "\n");
    }
}
