using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Tokens of a provider. They are for the app's own code and never go to a frontend.</summary>
/// <param name="Json">All that the provider gave, or the frontend sent: <c>access_token</c>, <c>id_token</c> and more.</param>
public sealed record OAuthTokens(JsonObject Json)
{
    /// <summary>The access token, or null.</summary>
    public string? AccessToken => Text("access_token");

    /// <summary>The ID token, or null.</summary>
    public string? IdToken => Text("id_token");

    /// <summary>
    /// Whether the provider gave them for a code, so that they are this app's. Default: false, a frontend sent them; they may have been made
    /// for another app.
    /// </summary>
    public bool AreFromProvider { get; init; }

    /// <summary>Names the record; tokens stay out of logs.</summary>
    /// <returns>The record's name.</returns>
    public override string ToString() => nameof(OAuthTokens);

    private string? Text(string name) => Json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && (string)value! is { Length: > 0 } text ? text : null;
}
