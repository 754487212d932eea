using System.Diagnostics.CodeAnalysis;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>Ends a request with a status and a text, as the core's servlets do. Made by the parsing helpers, answered by the engine.</summary>
[SuppressMessage("Design", "CA1064", Justification = "The engine turns every one into an answer: none leaves this assembly.")]
internal sealed class CoreRequestException(int status, string text) : Exception(text)
{
    /// <summary>The longest e-mail, phone number or third-party user id the real core's databases take, in characters.</summary>
    public const int MaxAddressLength = 256;

    public int Status => status;

    public static CoreRequestException BadRequest(string text) => new(400, text);

    /// <summary>The text, unless it is longer than the real core's databases take: it must not work here and fail there.</summary>
    public static string CheckLength(string text, int max, string field) =>
        text.Length <= max ? text : throw BadRequest($"Field name '{field}' must not be longer than {max} characters");

    public static CoreRequestException Forbidden(string text) => new(403, text);
}
