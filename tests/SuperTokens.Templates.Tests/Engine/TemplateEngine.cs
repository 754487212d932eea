using Microsoft.TemplateEngine.Abstractions;
using Microsoft.TemplateEngine.Abstractions.Installer;
using Microsoft.TemplateEngine.Edge;
using Microsoft.TemplateEngine.Edge.Settings;
using Microsoft.TemplateEngine.Edge.Template;

namespace SuperTokens.Templates.Tests.Engine;

/// <summary>The SDK's template engine in this process, with the templates of this repository and no others.</summary>
public sealed class TemplateEngine : IAsyncLifetime, IDisposable
{
    private readonly EngineEnvironmentSettings _settings;
    private readonly TemplatePackageManager _packages;
    private readonly string _source;
    private IReadOnlyList<ITemplateInfo> _templates = [];

    public TemplateEngine()
        : this("dotnetcli")
    {
    }

    /// <summary>An engine as one host has it.</summary>
    /// <param name="hostIdentifier">For example <c>dotnetcli</c> or <c>vs</c>.</param>
    /// <param name="source">A pack or a folder. Default: the templates of this repository.</param>
    internal TemplateEngine(string hostIdentifier, string? source = null)
    {
        _source = source ?? TestPaths.Templates;
        _settings = Create(hostIdentifier);
        _packages = new TemplatePackageManager(_settings);
    }

    /// <summary>An engine for one host; generated ports and guids are always the same.</summary>
    internal static EngineEnvironmentSettings Create(string hostIdentifier)
    {
        List<(Type, IIdentifiedComponent)> components =
        [
            .. Microsoft.TemplateEngine.Orchestrator.RunnableProjects.Components.AllComponents,
            .. Microsoft.TemplateEngine.Edge.Components.AllComponents,
        ];
        var host = new Microsoft.TemplateEngine.Edge.DefaultTemplateEngineHost(
            hostIdentifier,
            "10.0.0",
            new Dictionary<string, string> { ["HostIdentifier"] = hostIdentifier },
            components,
            hostIdentifier == EngineHosts.CommandLine ? [] : ["ide"]);
        return new EngineEnvironmentSettings(host, virtualizeSettings: true, environment: new FixedEnvironment());
    }

    public async Task InitializeAsync()
    {
        var installed = await _packages.GetBuiltInManagedProvider().InstallAsync([new InstallRequest(_source)], CancellationToken.None);
        Assert.All(installed, result => Assert.True(result.Success, result.ErrorMessage));
        _templates = await _packages.GetTemplatesAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _packages.Dispose();
        _settings.Dispose();
    }

    /// <summary>A template as this host knows it.</summary>
    internal ITemplateInfo Find(string template) => Assert.Single(_templates, t => t.ShortNameList.Contains(TemplateNames.ShortName(template)));

    /// <summary>Generates an app.</summary>
    /// <param name="template">One of <see cref="TemplateNames"/>.</param>
    /// <param name="name">The project's name.</param>
    /// <param name="options">What else is chosen.</param>
    /// <returns>What came of it; the files are read, nothing stays on the disk.</returns>
    internal async Task<GeneratedApp> GenerateAsync(string template, string name, params (string Option, string Value)[] options)
    {
        var folder = Directory.CreateTempSubdirectory("supertokens-template-").FullName;
        try
        {
            var result = await GenerateIntoAsync(folder, template, name, options);
            var primaryOutputs = result.CreationResult?.PrimaryOutputs.Select(output => output.Path.Replace('\\', '/')) ?? [];
            return new GeneratedApp(result.Status, result.ErrorMessage, [.. primaryOutputs], result.CreationResult?.PostActions ?? [], GeneratedApp.Read(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Generates an app that stays.</summary>
    internal Task<ITemplateCreationResult> GenerateIntoAsync(string folder, string template, string name, params (string Option, string Value)[] options)
        => new TemplateCreator(_settings).InstantiateAsync(
            Find(template),
            name,
            null,
            folder,
            options.ToDictionary(o => o.Option, o => (string?)o.Value));
}
