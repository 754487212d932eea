using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SuperTokens.Build.Measure;

/// <summary>The two things that are measured: a call of <c>dotnet new</c>, and a built app from its start to its first answer.</summary>
internal static class Runs
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    internal static async Task<Sample> CreateAsync(string parent, IReadOnlyCollection<string> arguments, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(parent, "created");
        Scratch.Delete(folder);
        var before = ChildUsage.Milliseconds();
        var watch = Stopwatch.StartNew();
        await Shell.RequireDotnetAsync(parent, ["new", .. arguments, "-n", "Acme.Api", "-o", folder], null, cancellationToken).ConfigureAwait(false);
        return new Sample(ChildUsage.Milliseconds() - before, watch.Elapsed.TotalMilliseconds, Resident: 0, Proportional: 0);
    }

    internal static async Task<Sample> StartAsync(GeneratedProject project, string path, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{Scratch.FreePort()}");
        var start = Shell.StartInfo(project.Folder, [project.Assembly], new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = address.ToString(),
        });
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var client = new HttpClient { BaseAddress = address };
        using var app = new Process { StartInfo = start };
        var watch = Stopwatch.StartNew();
        app.Start();
        app.BeginOutputReadLine();
        app.BeginErrorReadLine();
        try
        {
            while (!await AnswersAsync(client, path, cancellationToken).ConfigureAwait(false))
            {
                if (app.HasExited || watch.Elapsed > StartTimeout)
                {
                    throw new BuildException($"{project.Assembly} did not answer {path}.");
                }

                await Task.Delay(PollEvery, cancellationToken).ConfigureAwait(false);
            }

            var wall = watch.Elapsed.TotalMilliseconds;
            app.Refresh();
            return new Sample(
                app.TotalProcessorTime.TotalMilliseconds, wall, Megabytes(app, "status", "VmRSS:"), Megabytes(app, "smaps_rollup", "Pss:"));
        }
        finally
        {
            app.Kill();
            await app.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken).ConfigureAwait(false);
            return answer.StatusCode == HttpStatusCode.OK ? true : throw new BuildException($"{client.BaseAddress}{path} answered {answer.StatusCode}.");
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double Megabytes(Process app, string file, string label)
    {
        var line = File.ReadLines($"/proc/{app.Id}/{file}").First(text => text.StartsWith(label, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
