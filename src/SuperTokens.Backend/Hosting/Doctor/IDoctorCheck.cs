namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Looks at one side of the application's set-up. It runs after the start, once, and changes nothing.</summary>
internal interface IDoctorCheck
{
    /// <summary>Looks, and adds what it finds.</summary>
    /// <param name="report">Gets the findings.</param>
    /// <param name="cancellationToken">Cancels the check, because the application stops.</param>
    /// <returns>The task of the check.</returns>
    Task CheckAsync(DoctorReport report, CancellationToken cancellationToken);
}
