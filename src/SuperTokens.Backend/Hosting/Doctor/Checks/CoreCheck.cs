using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>Asks each host of the core which versions it speaks. A core inside the process is only asked on demand: a plain start leaves it asleep.</summary>
internal sealed class CoreCheck(CoreProbe core, IHostEnvironment environment, DoctorFeatures features) : IDoctorCheck
{
    public async Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        if (core.IsInProcess && !report.OnDemand)
        {
            return;
        }

        foreach (var host in core.Hosts)
        {
            var place = core.IsInProcess ? "in this process" : host;
            switch (await core.AskAsync(host, cancellationToken))
            {
                case CoreProbeResult.Spoke spoke:
                    CheckVersions(report, place, spoke.Versions);
                    break;
                case CoreProbeResult.KeyRefused:
                    report.Error(
                        DoctorIds.CoreRefusesKey,
                        CoreProbe.KeySetting,
                        core.HasKey ? "set, not shown" : "not set",
                        $"The core at {place} refuses it, so that nobody can sign up, in or out.",
                        "Set it to one of the core's API_KEYS, in user secrets or the environment (SuperTokens__ApiKey).");
                    break;
                case CoreProbeResult.NoCore answer:
                    report.Error(
                        DoctorIds.NotACore,
                        CoreProbe.AddressSetting,
                        host,
                        string.Create(CultureInfo.InvariantCulture, $"What answers there (status {answer.Status}) is no SuperTokens core."),
                        "Set it to the core's address, with its base path if it has one (/appid-<id>).");
                    break;
                default:
                    report.Error(
                        DoctorIds.CoreUnreachable,
                        CoreProbe.AddressSetting,
                        host,
                        "Nothing answers there: nobody can sign up, in or out until it does.",
                        "Start the core, or set its address; from inside a container, localhost is the container itself.");
                    break;
            }
        }
    }

    private void CheckVersions(DoctorReport report, string place, ImmutableArray<CdiVersion> versions)
    {
        var common = versions.Intersect(CoreClient.SupportedVersions).ToList();
        if (common.Count == 0)
        {
            report.Error(
                DoctorIds.NoCommonVersion,
                CoreProbe.AddressSetting,
                place,
                $"The core speaks CDI {Range(versions)} and this SDK {Range(CoreClient.SupportedVersions)}: they have no version in common.",
                "Use a core of a version that speaks one of the SDK's, or another version of the SDK.");
            return;
        }

        report.Fact($"The core ({place}) speaks CDI {Range(versions)}; {common.Max()} is used");

        // A core on the developer's own machine is nobody else's to attack.
        if (!core.IsInProcess && (report.OnDemand || !environment.IsDevelopment()))
        {
            CheckFixes(report, place, versions.Max());
        }
    }

    private void CheckFixes(DoctorReport report, string place, CdiVersion newest)
    {
        foreach (var fix in CoreSecurityFix.Known.Where(fix => newest < fix.Having && (features.HasSaml || !fix.ForSaml)))
        {
            var isSure = newest < fix.Lacking;
            report.Add(new DoctorFinding(
                DoctorIds.CoreLacksSecurityFix,
                fix.ForSaml && isSure ? DoctorSeverity.Error : DoctorSeverity.Warning,
                CoreProbe.AddressSetting,
                place,
                $"The core speaks CDI {newest} at most, so it {(isSure ? $"is older than {fix.CoreVersion} and lacks" : $"may be older than {fix.CoreVersion} and lack")} {fix.What}.",
                "Use a newer core. If its supertokens_max_cdi_version hides how new it is, this is for nothing."));
        }
    }

    private static string Range(IReadOnlyCollection<CdiVersion> versions) => versions.Count == 0 ? "of no version" : $"{versions.Min()} to {versions.Max()}";
}
