using System.Text.Json.Serialization;

namespace SuperTokensApp._1.Endpoints;

/// <summary>What endpoints read and answer as JSON. There is no reflection, so a type of your own needs a line here.</summary>
[JsonSerializable(typeof(SessionInfo))]
public sealed partial class AppJson : JsonSerializerContext;
