using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests.Pairs;

/// <summary>An engine for each host.</summary>
public sealed class PairEngines : IAsyncLifetime
{
    internal static readonly IReadOnlyList<string> Hosts = ["dotnetcli", "vs", "rider"];

    private readonly Dictionary<string, TemplateEngine> _engines = Hosts.ToDictionary(host => host, host => new TemplateEngine(host));

    public async Task InitializeAsync()
    {
        foreach (var engine in _engines.Values)
        {
            await engine.InitializeAsync();
        }
    }

    public Task DisposeAsync()
    {
        foreach (var engine in _engines.Values)
        {
            engine.Dispose();
        }

        return Task.CompletedTask;
    }

    internal TemplateEngine For(string host) => _engines[host];
}
