namespace SuperTokens.Backend.Delivery;

/// <summary>What an SMS says.</summary>
/// <param name="Text">The text.</param>
public sealed record SmsContent(string Text)
{
    /// <summary>The link the SMS is about, or null. The development inbox shows it apart from the text.</summary>
    public string? Link { get; init; }

    /// <summary>The code the SMS is about, or null. The development inbox shows it apart from the text.</summary>
    public string? Code { get; init; }

    /// <summary>Names the content; text, code and links stay out of logs.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(SmsContent);
}
