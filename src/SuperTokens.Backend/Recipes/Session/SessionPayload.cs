namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A type of payloads, where all that is known of it comes at run time.</summary>
internal abstract class SessionPayload
{
    /// <summary>The type of sessions with such a payload.</summary>
    public abstract Type SessionType { get; }

    /// <summary>Reads the payload of a session.</summary>
    /// <param name="session">The session.</param>
    /// <returns>A session of <see cref="SessionType"/>.</returns>
    /// <exception cref="InvalidClaimsException">The payload has not the shape of the type.</exception>
    public abstract object ReadObject(SessionContainer session);
}
