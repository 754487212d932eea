namespace SuperTokens.Backend.Users;

/// <summary>An account at a third-party provider.</summary>
/// <param name="Id">The provider, such as <c>google</c>.</param>
/// <param name="UserId">The user's id there.</param>
public sealed record ThirdPartyAccount(string Id, string UserId);
