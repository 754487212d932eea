using Microsoft.TemplateEngine.Abstractions;

namespace SuperTokens.Templates.Tests.Engine;

/// <summary>Makes the engine's generated ports and guids the same every time.</summary>
internal sealed class FixedEnvironment : IEnvironment
{
    public string NewLine => "\n";

    public int ConsoleBufferWidth => 80;

    public string ExpandEnvironmentVariables(string name) => Environment.ExpandEnvironmentVariables(name);

    public string? GetEnvironmentVariable(string name)
        => name == "TEMPLATE_ENGINE_ENABLE_DETERMINISTIC_MODE" ? "true" : Environment.GetEnvironmentVariable(name);

    public IReadOnlyDictionary<string, string> GetEnvironmentVariables() => new Dictionary<string, string>();
}
