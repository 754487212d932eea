namespace SuperTokens.Backend.Users;

/// <summary>What <see cref="IUserDirectory.UpdateOrDeleteUserIdMappingInfoAsync"/> came to.</summary>
public abstract record UpdateUserIdMappingInfoResult
{
    private UpdateUserIdMappingInfoResult()
    {
    }

    /// <summary>The note is changed, or gone.</summary>
    public sealed record Ok : UpdateUserIdMappingInfoResult;

    /// <summary>The id has no mapping.</summary>
    public sealed record UnknownMapping : UpdateUserIdMappingInfoResult;
}
