namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Where a check that somebody asked for is answered.</summary>
internal interface IDoctorTerminal
{
    /// <summary>Prints a line.</summary>
    /// <param name="line">The line.</param>
    void WriteLine(string line);

    /// <summary>Sets the exit code of the process once it ends by itself.</summary>
    /// <param name="code">0 for none, 1 for errors.</param>
    void SetExitCode(int code);

    /// <summary>Ends the process at once.</summary>
    /// <param name="code">The exit code.</param>
    void Exit(int code);
}
