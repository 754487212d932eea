namespace SuperTokens.Backend.Delivery;

/// <summary>What a mail says.</summary>
/// <param name="Subject">The subject, one line.</param>
/// <param name="Text">The mail as plain text.</param>
/// <param name="Html">The same as an HTML document. Values that come from users must be encoded in it.</param>
public sealed record EmailContent(string Subject, string Text, string Html)
{
    /// <summary>The link the mail is about, or null. The development inbox shows it apart from the text.</summary>
    public string? Link { get; init; }

    /// <summary>The code the mail is about, or null. The development inbox shows it apart from the text.</summary>
    public string? Code { get; init; }

    /// <summary>Names the content; subject, text, code and links stay out of logs.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EmailContent);
}
