namespace SuperTokens.Testing.LocalProvider;

/// <summary>How an <see cref="OpenIdProvider"/> misbehaves.</summary>
public enum ProviderFault
{
    None,

    /// <summary>The ID token is signed with another key, under the id of the right one.</summary>
    WrongSignature,

    /// <summary>The ID token names a key that is in no key set.</summary>
    UnknownKey,

    /// <summary>The ID token is for another client.</summary>
    WrongAudience,

    /// <summary>The ID token is for this client and another, which asked for it.</summary>
    OtherParty,

    /// <summary>The ID token is from another issuer.</summary>
    WrongIssuer,

    /// <summary>The ID token expired an hour ago.</summary>
    Expired,

    /// <summary>The ID token has no expiry.</summary>
    NoExpiry,

    /// <summary>The ID token is not valid yet.</summary>
    NotYetValid,

    /// <summary>The ID token has the algorithm <c>none</c> and no signature.</summary>
    NoSignature,

    /// <summary>The ID token is signed with HMAC, the secret being the public key's PEM.</summary>
    HmacWithPublicKey,

    /// <summary>The ID token is cut off in the middle.</summary>
    TruncatedToken,

    /// <summary>The ID token is, by its header, a logout token: signed by the provider, for this client, and no sign-in.</summary>
    OtherKind,

    /// <summary>The user-info endpoint speaks of another user than the ID token.</summary>
    OtherUser,

    /// <summary>No answer ever comes.</summary>
    Slow,

    /// <summary>The connection breaks.</summary>
    Down,

    /// <summary>The answer is 500 with a page of HTML.</summary>
    ServerError,

    /// <summary>The answer sends the caller to another host.</summary>
    Redirect,

    /// <summary>The answer has no end.</summary>
    Huge,

    /// <summary>The answer is JSON, cut off in the middle.</summary>
    TruncatedJson,

    /// <summary>The answer is JSON, but a list.</summary>
    JsonList,

    /// <summary>The answer is an empty object.</summary>
    Empty,

    /// <summary>The answer is <see cref="OpenIdProvider.Json"/>.</summary>
    OtherJson,
}
