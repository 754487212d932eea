namespace SuperTokens.Templates.Tests.Engine;

/// <summary>The template engine as each host that the templates know has it.</summary>
public sealed class EngineHosts : IAsyncLifetime, IDisposable
{
    internal const string CommandLine = "dotnetcli";
    internal const string VisualStudio = "vs";
    internal const string Rider = "rider";

    private readonly Dictionary<string, TemplateEngine> _engines =
        new[] { CommandLine, VisualStudio, Rider }.ToDictionary(host => host, host => new TemplateEngine(host));

    internal TemplateEngine this[string host] => _engines[host];

    public Task InitializeAsync() => Task.WhenAll(_engines.Values.Select(engine => engine.InitializeAsync()));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var engine in _engines.Values)
        {
            engine.Dispose();
        }
    }
}
