using System.Reflection;
using System.Text.Json.Nodes;

namespace SuperTokens.Testing;

/// <summary>One file of <c>tests/Recordings</c>: real exchanges in the order in which they began.</summary>
public sealed class RecordedFlow
{
    // Flows that a side ("sdk": the functions a flow calls) has nothing to compare for.
    private static readonly HashSet<(string Flow, string Side)> s_leftOut =
    [
        // Its one function lists headers for the application to allow; here UseSuperTokensCors allows them.
        ("cors-preflight", "sdk"),
    ];

    private RecordedFlow(JsonObject json)
    {
        Json = json;
        Exchanges = [.. json["exchanges"]!.AsArray().Select((exchange, index) => new RecordedExchange(index, exchange!.AsObject()))];
    }

    /// <summary>The folder the recordings lie in, inside the repository.</summary>
    public static string Folder { get; } = Path.Combine(
        typeof(RecordedFlow).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "tests",
        "Recordings");

    public JsonObject Json { get; }

    public string Name => (string)Json["flow"]!;

    /// <summary>Core settings that differ from the core's defaults, by their name in the core's config file.</summary>
    public JsonObject CoreConfig => Json["config"]?["core"]?.AsObject() ?? [];

    /// <summary>SDK settings that differ from those of the default app (see the recordings' README), one entry an app.</summary>
    public JsonArray Apps => Json["config"]?["apps"]?.AsArray() ?? [];

    public IReadOnlyList<RecordedExchange> Exchanges { get; }

    /// <summary>The calls of SDK functions, with their arguments and what they returned, in order.</summary>
    public IReadOnlyList<JsonObject> Calls => [.. (Json["sdkCalls"]?.AsArray() ?? []).Select(call => call!.AsObject())];

    /// <summary>The names of all flows that call SDK functions, for a theory's cases.</summary>
    public static TheoryData<string> NamesWithCalls => Names(flow => flow.Calls.Count > 0, "sdk");

    public static RecordedFlow Load(string name) =>
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!.AsObject());

    /// <summary>The names of all flows which hold at least one exchange of this side, for a theory's cases.</summary>
    public static TheoryData<string> Names(string side) => Names(flow => flow.Exchanges.Any(exchange => exchange.Side == side), side);

    /// <summary>All recordings, those of recipes that are being built included.</summary>
    public static IEnumerable<RecordedFlow> All() =>
        Directory.GetFiles(Folder, "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != RecordingDifferences.FileName)
            .Order(StringComparer.Ordinal)
            .Select(Load);

    private static TheoryData<string> Names(Func<RecordedFlow, bool> belongs, string side) =>
        [.. All().Where(flow => !s_leftOut.Contains((flow.Name, side)) && belongs(flow)).Select(flow => flow.Name)];
}
