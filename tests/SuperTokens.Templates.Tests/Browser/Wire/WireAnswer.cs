using System.Text.Json;

namespace SuperTokens.Templates.Tests.Browser.Wire;

/// <summary>What a call in a page got.</summary>
internal readonly record struct WireAnswer(JsonElement Answer)
{
    internal int Status => Answer.GetProperty("status").GetInt32();

    internal JsonElement Body => Answer.GetProperty("body");

    /// <summary>A text in the body.</summary>
    internal string? this[string property] => Body.GetProperty(property).GetString();
}
