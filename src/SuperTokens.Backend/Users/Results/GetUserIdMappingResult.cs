namespace SuperTokens.Backend.Users;

/// <summary>What <see cref="IUserDirectory.GetUserIdMappingAsync"/> came to.</summary>
public abstract record GetUserIdMappingResult
{
    private GetUserIdMappingResult()
    {
    }

    /// <summary>There is one.</summary>
    /// <param name="SuperTokensUserId">The id SuperTokens made.</param>
    /// <param name="ExternalUserId">The app's own.</param>
    /// <param name="ExternalUserIdInfo">What the app noted about it, or null.</param>
    public sealed record Ok(string SuperTokensUserId, string ExternalUserId, string? ExternalUserIdInfo) : GetUserIdMappingResult;

    /// <summary>The id has no mapping.</summary>
    public sealed record UnknownMapping : GetUserIdMappingResult;
}
