namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>
/// Whether the application was started to be checked. The arguments of the process are read and not the configuration, whose command line
/// provider drops a last argument without a value and takes the next argument for the value of any other.
/// </summary>
/// <param name="arguments">The arguments of the process.</param>
internal sealed class DoctorSwitch(IEnumerable<string> arguments)
{
    /// <summary>What people write after <c>dotnet run --</c>.</summary>
    public const string Argument = "--supertokens-doctor";

    /// <summary>Whether the checks were asked for, instead of a running application.</summary>
    public bool IsOn { get; } = arguments.Contains(Argument, StringComparer.Ordinal);
}
