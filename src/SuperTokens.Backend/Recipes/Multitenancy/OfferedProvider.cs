namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>A third-party provider as a sign-in page offers it.</summary>
/// <param name="Id">The provider's id, such as <c>google</c>.</param>
/// <param name="Name">Its name as people see it, or null when unknown.</param>
public sealed record OfferedProvider(string Id, string? Name);
