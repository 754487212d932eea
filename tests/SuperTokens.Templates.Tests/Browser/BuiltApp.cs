using System.Net;
using System.Net.Sockets;
using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Build;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>Generates apps and builds them against the libraries that these tests were built with, so that nothing has to be packed.</summary>
internal static class BuiltApp
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(5);

    /// <summary>Generates an app into a folder and builds it.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="template">One of <see cref="TemplateNames"/>.</param>
    /// <param name="name">The project's name.</param>
    /// <param name="edits">Pieces of <c>Program.cs</c>, and what each is replaced with.</param>
    /// <param name="options">Options of the template, besides that nothing is restored.</param>
    internal static async Task<GeneratedProject> BuildAsync(
        string folder, string template, string name, (string Old, string New)[] edits, params (string Option, string Value)[] options)
    {
        using var engine = new TemplateEngine();
        await engine.InitializeAsync();
        var created = await engine.GenerateIntoAsync(folder, template, name, [.. options, ("skipRestore", "true")]);
        Assert.True(created.Status == CreationResultStatus.Success, created.ErrorMessage);
        var project = new GeneratedProject(Directory.GetFiles(folder, name + ".csproj", SearchOption.AllDirectories).Single());

        var program = Path.Combine(project.Folder, "Program.cs");
        var source = await File.ReadAllTextAsync(program);
        foreach (var (old, replacement) in edits)
        {
            Assert.Contains(old, source, StringComparison.Ordinal);
            source = source.Replace(old, replacement, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(program, source);

        string Reference(string library) => $"""<ProjectReference Include="{Path.Combine(TestPaths.Root, "src", library, library + ".csproj")}" />""";
        await File.WriteAllTextAsync(Path.Combine(project.Folder, "Directory.Build.targets"), $"""
            <Project>
              <ItemGroup>
                <PackageReference Remove="SuperTokens.Backend;SuperTokens.EmbeddedCore" />
                {Reference("SuperTokens.Backend")}
                {Reference("SuperTokens.EmbeddedCore")}
              </ItemGroup>
            </Project>
            """);
        using var limit = new CancellationTokenSource(BuildLimit);
        // Compressed copies of scripts and styles are found after "dotnet publish", or in Development alone.
        string[] build = ["build", name + ".csproj", "-warnaserror", "-nologo", "-v", "q", "-p:NuGetAudit=false", "-p:BuildProjectReferences=false", "-p:CompressionEnabled=false"];
        var built = await Shell.DotnetAsync(project.Folder, build, null, limit.Token);
        Assert.True(built.ExitCode == 0, built.Output);
        return project;
    }

    /// <summary>An address nobody listens at. The name makes it a secure context, where browsers have locks.</summary>
    internal static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
