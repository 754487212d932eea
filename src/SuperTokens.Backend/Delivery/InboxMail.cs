namespace SuperTokens.Backend.Delivery;

/// <summary>A mail in the development inbox.</summary>
internal sealed record InboxMail(int Number, DateTimeOffset Time, string To, EmailContent Content);
