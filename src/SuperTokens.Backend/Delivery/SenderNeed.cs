namespace SuperTokens.Backend.Delivery;

/// <summary>Says that a recipe sends messages, so that a sender that is missing shows at start. Each recipe that sends registers one.</summary>
/// <param name="RecipeId">The recipe, or null for the app as a whole.</param>
/// <param name="Emails">Whether it sends mails.</param>
/// <param name="Sms">Whether it sends SMS.</param>
internal sealed record SenderNeed(string? RecipeId, bool Emails, bool Sms);
