namespace SuperTokens.Backend.Users;

/// <summary>What to find users by. Several set properties must all match, unless a union is asked for.</summary>
public sealed record AccountInfo
{
    /// <summary>An e-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>A phone number in E.164 form, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>An account at a third-party provider, or null.</summary>
    public ThirdPartyAccount? ThirdParty { get; init; }
}
