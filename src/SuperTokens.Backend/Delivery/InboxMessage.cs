namespace SuperTokens.Backend.Delivery;

/// <summary>A mail or an SMS (one without HTML) in the development inbox.</summary>
internal sealed record InboxMessage(string To, string Heading, string Text, string? Html, string? Link, string? Code)
{
    public int Number { get; init; }

    public DateTimeOffset Time { get; init; }
}
