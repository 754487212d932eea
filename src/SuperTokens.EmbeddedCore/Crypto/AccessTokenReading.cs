namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>What an access token turned out to be.</summary>
internal abstract record AccessTokenReading
{
    private AccessTokenReading()
    {
    }

    internal sealed record Valid(AccessToken Token) : AccessTokenReading;

    /// <summary>The signature does not fit, the claims are not those of a session, …</summary>
    internal sealed record Invalid(string Message) : AccessTokenReading;

    /// <summary>Not three parts of base64 and JSON. <paramref name="CoreFails"/>: the core answers 500 to this one.</summary>
    internal sealed record Malformed(string Message, bool CoreFails) : AccessTokenReading;
}
