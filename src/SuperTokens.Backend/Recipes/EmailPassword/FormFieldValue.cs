using System.Text.Json;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>One form field of a request.</summary>
/// <param name="Id">The field's id, such as <c>email</c>.</param>
/// <param name="Value">What was sent: any JSON value; <c>email</c> and <c>password</c> are always text.</param>
public sealed record FormFieldValue(string Id, JsonElement Value)
{
    /// <summary>The value when it is text, else null.</summary>
    public string? Text => Value.ValueKind == JsonValueKind.String ? Value.GetString() : null;

    /// <summary>Names the field; its value stays out of logs.</summary>
    /// <returns>The field's id.</returns>
    public override string ToString() => Id;

    /// <summary>Makes a field of a form that holds text.</summary>
    /// <param name="id">The field's id.</param>
    /// <param name="text">What was typed.</param>
    /// <returns>The field.</returns>
    public static FormFieldValue Of(string id, string text) => new(id, JsonSerializer.SerializeToElement(text, EmailPasswordJsonContext.Default.String));
}
