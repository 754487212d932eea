using System.Text.Json.Nodes;

namespace SuperTokens.Testing;

/// <summary>The cases of a file in <c>tests/Vectors</c>: an input and what the other backend SDKs make of it.</summary>
public static class Vectors
{
    public static TheoryData<string, string?> Load(string file)
    {
        var data = new TheoryData<string, string?>();
        foreach (var item in Cases(file))
        {
            data.Add((string)item["input"]!, (string?)item["output"]);
        }

        return data;
    }

    public static IEnumerable<JsonNode> Cases(string file)
    {
        var json = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Vectors", file));
        return JsonNode.Parse(json)!["cases"]!.AsArray().Select(item => item!);
    }
}
