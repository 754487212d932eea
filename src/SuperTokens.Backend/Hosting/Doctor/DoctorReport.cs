namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>What the checks of one run say.</summary>
/// <param name="onDemand">Whether somebody asked for it (<c>--supertokens-doctor</c>); else the application has just started.</param>
internal sealed class DoctorReport(bool onDemand)
{
    private readonly List<DoctorFinding> _findings = [];
    private readonly List<string> _facts = [];

    /// <summary>Whether somebody waits for the answer, so that checks may ask what a plain start does not.</summary>
    public bool OnDemand => onDemand;

    /// <summary>What is wrong, in the order of the checks.</summary>
    public IReadOnlyList<DoctorFinding> Findings => _findings;

    /// <summary>What was found to be in order and is worth knowing, such as the core's address; only shown on demand.</summary>
    public IReadOnlyList<string> Facts => _facts;

    /// <summary>Adds something that people cannot live with.</summary>
    public void Error(int id, string setting, string? value, string why, string fix) => Add(new DoctorFinding(id, DoctorSeverity.Error, setting, value, why, fix));

    /// <summary>Adds something that people should know.</summary>
    public void Warning(int id, string setting, string? value, string why, string fix) => Add(new DoctorFinding(id, DoctorSeverity.Warning, setting, value, why, fix));

    /// <summary>Adds a finding.</summary>
    /// <param name="finding">The finding.</param>
    public void Add(DoctorFinding finding) => _findings.Add(finding);

    /// <summary>Adds a line about what is in order.</summary>
    /// <param name="fact">The line.</param>
    public void Fact(string fact) => _facts.Add(fact);
}
