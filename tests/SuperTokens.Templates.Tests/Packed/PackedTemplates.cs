using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>The pack, built once for all tests at a version of its own and installed into a hive of its own; nothing outside a temporary folder changes.</summary>
public sealed class PackedTemplates : IAsyncLifetime
{
    internal const string Collection = "Packed templates";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("supertokens-pack-").FullName;

    /// <summary>The version of the pack and of the libraries in it.</summary>
    internal string Version { get; } = PackCommand.UniqueVersion("test");

    /// <summary>The pack.</summary>
    internal string Pack { get; private set; } = string.Empty;

    /// <summary>A folder for apps.</summary>
    internal string Apps => Path.Combine(_folder, "apps");

    /// <summary>A folder for anything else.</summary>
    internal string Scratch => Directory.CreateDirectory(Path.Combine(_folder, "scratch")).FullName;

    /// <summary>Environment variables with which the packages of this pack go to a folder of their own.</summary>
    internal IReadOnlyDictionary<string, string> Packages => Shell.PackagesIn(Path.Combine(_folder, "nuget"));

    public async Task InitializeAsync()
    {
        using var timeout = new CancellationTokenSource(Limit);
        Pack = await PackCommand.PackAsync(
            new Repository(TestPaths.Root), Version, Path.Combine(_folder, "packages"), Path.Combine(_folder, "work"), timeout.Token);
        Directory.CreateDirectory(Apps);
        var installed = await DotnetAsync("new", "install", Pack, "--debug:custom-hive", Hive);
        // Invalid templates are reported, but with exit code 0.
        Assert.True(installed.ExitCode == 0 && TemplateNames.All.All(template => installed.Output.Contains(TemplateNames.ShortName(template), StringComparison.Ordinal)), installed.Output);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Runs <c>dotnet new</c> in the folder for apps.</summary>
    /// <param name="template">One of <see cref="TemplateNames"/>.</param>
    /// <param name="options">What comes after the template's name.</param>
    internal Task<ShellResult> NewAsync(string template, params string[] options)
        => DotnetAsync(["new", TemplateNames.ShortName(template), .. options, "--no-update-check", "--debug:custom-hive", Hive]);

    /// <summary>Runs <c>dotnet</c> in the folder for apps.</summary>
    internal Task<ShellResult> DotnetAsync(params string[] arguments) => DotnetAsync(string.Empty, new Dictionary<string, string>(), arguments);

    /// <summary>Runs <c>dotnet</c> in a folder below the one for apps, with more environment variables.</summary>
    internal async Task<ShellResult> DotnetAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var timeout = new CancellationTokenSource(Limit);
        var variables = Packages.ToDictionary();
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        return await Shell.DotnetAsync(Path.Combine(Apps, folder), arguments, variables, timeout.Token);
    }

    private string Hive => Path.Combine(_folder, "hive");
}
