namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>How bad a finding is.</summary>
internal enum DoctorSeverity
{
    /// <summary>It works, but not for everybody, not for long or not safely.</summary>
    Warning,

    /// <summary>People cannot sign in, or others can read or forge what is theirs.</summary>
    Error,
}
