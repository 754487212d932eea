namespace SuperTokens.Backend.Users;

/// <summary>What <see cref="IUserDirectory.CreateUserIdMappingAsync"/> came to.</summary>
public abstract record CreateUserIdMappingResult
{
    private CreateUserIdMappingResult()
    {
    }

    /// <summary>The user has the app's id now, everywhere.</summary>
    public sealed record Ok : CreateUserIdMappingResult;

    /// <summary>SuperTokens has no user of this id.</summary>
    public sealed record UnknownSuperTokensUserId : CreateUserIdMappingResult;

    /// <summary>One of the two ids has a mapping already.</summary>
    /// <param name="DoesSuperTokensUserIdExist">Whether SuperTokens' id has one.</param>
    /// <param name="DoesExternalUserIdExist">Whether the app's id has one.</param>
    public sealed record MappingAlreadyExists(bool DoesSuperTokensUserIdExist, bool DoesExternalUserIdExist) : CreateUserIdMappingResult;
}
