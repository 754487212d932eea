namespace SuperTokens.Backend.Diagnostics;

/// <summary>Why an attempt to sign up or in was refused.</summary>
public enum AuthFailure
{
    /// <summary>The password is wrong, or nobody signs in with that address.</summary>
    WrongCredentials,

    /// <summary>Somebody already signs in with that address.</summary>
    EmailAlreadyExists,

    /// <summary>A rule of account linking forbids it, as it could put somebody's account at risk.</summary>
    NotAllowed,

    /// <summary>The one-time code is wrong.</summary>
    WrongCode,

    /// <summary>The one-time code is too old.</summary>
    ExpiredCode,

    /// <summary>There is no such attempt with a one-time code, or not any more.</summary>
    UnknownCode,

    /// <summary>The provider gave no e-mail address.</summary>
    NoEmail,

    /// <summary>The application refused it in an override, the tenant does not offer the recipe, or the caller's session does not allow it.</summary>
    Refused,
}
