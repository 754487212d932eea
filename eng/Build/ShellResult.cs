namespace SuperTokens.Build;

/// <summary>What a program ended with.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Everything it printed to standard output and standard error.</param>
public sealed record ShellResult(int ExitCode, string Output);
