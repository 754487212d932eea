using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Tests.Replay.Functions;

/// <summary>The arguments of a recorded call. Those beyond the end, and undefined ones, are null.</summary>
internal sealed class RecordedArguments(JsonArray args)
{
    public JsonNode? this[int index] => index >= args.Count || args[index] is JsonObject { Count: 1 } o && o.ContainsKey("$undefined") ? null : args[index];

    /// <summary>Reads a recipe user id, which recordings show as <c>{"$rid": id}</c>.</summary>
    public static RecipeUserId Login(JsonNode? node) => new((string)node!["$rid"]!);

    public string Text(int index) => (string)this[index]!;

    public IReadOnlyList<string> Texts(int index) => [.. this[index]!.AsArray().Select(text => (string)text!)];

    public bool? Flag(int index) => (bool?)this[index];

    public JsonObject Object(int index) => this[index]!.DeepClone().AsObject();

    public RecipeUserId Login(int index) => Login(this[index]);
}
