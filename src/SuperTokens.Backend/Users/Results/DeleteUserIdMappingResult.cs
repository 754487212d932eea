namespace SuperTokens.Backend.Users;

/// <summary>The outcome of <see cref="IUserDirectory.DeleteUserIdMappingAsync"/>.</summary>
/// <param name="DidMappingExist">Whether there was one.</param>
public sealed record DeleteUserIdMappingResult(bool DidMappingExist);
