namespace SuperTokens.Build;

/// <summary>A chore failed; the message is what the developer reads.</summary>
public sealed class BuildException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, and what to do about it where that is known.</param>
    /// <param name="exitCode">The exit code of the command: 1 for a failed chore, 2 for a wrong call.</param>
    public BuildException(string message, int exitCode = 1)
        : base(message) => ExitCode = exitCode;

    /// <summary>The exit code of the command.</summary>
    public int ExitCode { get; }
}
