namespace SuperTokens.Backend.Users;

/// <summary>Whose id a user id is, where a user has an id of the app's own too.</summary>
public enum UserIdType
{
    /// <summary>Either.</summary>
    Any,

    /// <summary>The one SuperTokens made.</summary>
    SuperTokens,

    /// <summary>The app's own.</summary>
    External,
}
