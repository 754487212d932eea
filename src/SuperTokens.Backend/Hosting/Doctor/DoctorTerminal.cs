namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>The process's own output and exit code.</summary>
internal sealed class DoctorTerminal : IDoctorTerminal
{
    public void WriteLine(string line) => Console.Out.WriteLine(line);

    public void SetExitCode(int code) => Environment.ExitCode = code;

    public void Exit(int code) => Environment.Exit(code);
}
