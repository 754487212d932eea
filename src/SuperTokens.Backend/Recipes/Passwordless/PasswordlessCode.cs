namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>A new code. <see cref="UserInputCode"/> and <see cref="LinkCode"/> only ever go to the contact it was made for, never into an answer.</summary>
public sealed record PasswordlessCode
{
    /// <summary>The attempt to sign in that the code belongs to. No secret: it is part of the link, too.</summary>
    public required string PreAuthSessionId { get; init; }

    /// <summary>The code's id, to revoke it.</summary>
    public required string CodeId { get; init; }

    /// <summary>The secret of the browser or app where the attempt began: typed codes only work together with it.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The code to type. A secret.</summary>
    public required string UserInputCode { get; init; }

    /// <summary>The code in the link. A secret: whoever has it can sign in.</summary>
    public required string LinkCode { get; init; }

    /// <summary>When it was made, in milliseconds since the Unix epoch.</summary>
    public required long TimeCreated { get; init; }

    /// <summary>How long it lasts.</summary>
    public required TimeSpan CodeLifetime { get; init; }

    /// <summary>Names the code by its id; the secrets stay out of logs.</summary>
    /// <returns>The code's id.</returns>
    public override string ToString() => $"{nameof(PasswordlessCode)} {CodeId}";
}
