namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>A code of an attempt to sign in, without its secrets.</summary>
/// <param name="CodeId">The code's id, to revoke it.</param>
/// <param name="TimeCreated">When it was made, in milliseconds since the Unix epoch.</param>
/// <param name="CodeLifetime">How long it lasts.</param>
public sealed record PasswordlessDeviceCode(string CodeId, long TimeCreated, TimeSpan CodeLifetime);
