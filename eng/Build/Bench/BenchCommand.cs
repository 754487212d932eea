using System.Globalization;
using System.Security.Cryptography;
using SuperTokens.Build.Measure;

namespace SuperTokens.Build.Bench;

/// <summary><c>bench</c>: our generated app under load, beside JwtBearer, a plain route and supertokens-node.</summary>
internal static class BenchCommand
{
    internal const string PlainName = "plain ASP.NET Core, open to everyone";
    internal const string JwtBearerName = "ASP.NET Core with JwtBearer";
    internal const string OursName = "`supertokens-webapi`";
    internal const string NodeName = "supertokens-node 24 + Express 5";

    private const string Hello = "hello";
    private const string Protected = "sessioninfo";
    internal static async Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        var (seconds, rounds, micro) = Read(options);
        BenchTools.Require();
        var work = Directory.CreateTempSubdirectory("supertokens-bench-").FullName;
        try
        {
            var version = PackCommand.UniqueVersion("local");
            var pack = await PackCommand.PackWithStepAsync(repository, version, cancellationToken).ConfigureAwait(false);
            string[] hive = ["--debug:custom-hive", Path.Combine(work, "hive")];
            await BuildStep.RunAsync("Install the pack into a private hive", () => InstallCommand.InstallAsync(repository, pack, hive, cancellationToken)).ConfigureAwait(false);
            var ours = await MeasureCommand.BuildAsync(repository, work, "Ours", ["supertokens-webapi", "--skipRestore", "--no-update-check", .. hive], cancellationToken).ConfigureAwait(false);
            var loadApps = await BuildStep.RunAsync("Build the core, JwtBearer's app and the plain one", () => BuildLoadAppsAsync(repository, work, cancellationToken)).ConfigureAwait(false);
            var node = await BuildStep.RunAsync("Install supertokens-node and Express from npm", () => InstallNodeAsync(repository, work, cancellationToken)).ConfigureAwait(false);
            var table = micro ? await BuildStep.RunAsync("BenchmarkDotNet", () => MicroAsync(repository, work, cancellationToken)).ConfigureAwait(false) : null;

            await using var apps = await BuildStep.RunAsync("Start them", () => BenchApps.StartAsync(work, loadApps, ours, node, cancellationToken)).ConfigureAwait(false);
            var wrk = new Wrk(Path.Combine(repository.Root, "benchmarks", "wrk"), seconds);
            var figures = await LoadAsync(apps, wrk, rounds, table, cancellationToken).ConfigureAwait(false);
            var growth = new BenchGrowth(apps, wrk, loadApps);
            figures = figures with { Growth = await BuildStep.RunAsync("The same with more sessions, users and routes", () => growth.RunAsync(work, cancellationToken)).ConfigureAwait(false) };
            var sdk = (await Shell.RequireDotnetAsync(repository.Root, ["--version"], null, cancellationToken).ConfigureAwait(false)).Trim();
            var nodeVersion = (await BenchTools.RunAsync("node", ["--version"], work, cancellationToken).ConfigureAwait(false)).Trim();
            var report = PerformancePage.Report(sdk, nodeVersion, rounds, seconds, figures);
            await MeasuredPage.WriteAsync(repository, PerformancePage.File, report, cancellationToken).ConfigureAwait(false);
            Console.WriteLine($"\n{report}\n\n  Written to {PerformancePage.File}.");
            return 0;
        }
        finally
        {
            Scratch.Delete(work);
        }
    }

    private static (int Seconds, int Rounds, bool Micro) Read(string[] options)
    {
        var (seconds, rounds, micro) = (3, 3, true);
        for (var i = 0; i < options.Length; i++)
        {
            var number = i + 1 < options.Length && int.TryParse(options[i + 1], CultureInfo.InvariantCulture, out var given) && given > 0 ? given : 0;
            switch (options[i])
            {
                case "--seconds" when number > 0:
                    (seconds, i) = (number, i + 1);
                    break;
                case "--rounds" when number > 0:
                    (rounds, i) = (number, i + 1);
                    break;
                case "--load-only":
                    micro = false;
                    break;
                default:
                    throw new BuildException("'bench' is called so: dotnet eng/build.cs bench [--seconds 3] [--rounds 3] [--load-only]", exitCode: 2);
            }
        }

        return (seconds, rounds, micro);
    }

    private static async Task<string> BuildLoadAppsAsync(Repository repository, string work, CancellationToken cancellationToken)
    {
        var output = Path.Combine(work, "load");
        var project = Path.Combine(repository.Root, "benchmarks", "SuperTokens.Load");
        await Shell.RequireDotnetAsync(project, ["publish", "-c", "Release", "-o", output, "-nologo", "-v", "q", "-p:RunAnalyzers=false"], null, cancellationToken).ConfigureAwait(false);
        return Path.Combine(output, "SuperTokens.Load.dll");
    }

    private static async Task<string> InstallNodeAsync(Repository repository, string work, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(work, "node");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository.Root, "benchmarks", "node")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await BenchTools.RunAsync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], folder, cancellationToken).ConfigureAwait(false);
        return folder;
    }

    private static async Task<MicroFigures?> MicroAsync(Repository repository, string work, CancellationToken cancellationToken)
    {
        var artifacts = Path.Combine(work, "micro");
        string[] arguments = ["run", "-c", "Release", "--project", Path.Combine("benchmarks", "SuperTokens.Benchmarks"), "-p:RunAnalyzers=false", "--", "--filter", "*", "--join", "--exporters", "github", "json", "--artifacts", artifacts];
        await Shell.RequireDotnetAsync(repository.Root, arguments, null, cancellationToken).ConfigureAwait(false);
        return await MicroFigures.ReadAsync(Path.Combine(artifacts, "results"), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<BenchFigures> LoadAsync(BenchApps apps, Wrk wrk, int rounds, MicroFigures? micro, CancellationToken cancellationToken)
    {
        var open = new Contest()
            .Add(PlainName, token => wrk.GetAsync(apps.Plain, Hello, accessToken: null, token))
            .Add(JwtBearerName, token => wrk.GetAsync(apps.JwtBearer, Hello, accessToken: null, token))
            .Add(OursName, token => wrk.GetAsync(apps.Ours, Hello, accessToken: null, token))
            .Add(NodeName, token => wrk.GetAsync(apps.Node, Hello, accessToken: null, token));
        var seen = new Contest()
            .Add(PlainName, token => wrk.GetAsync(apps.Plain, "plain", accessToken: null, token))
            .Add(JwtBearerName, token => wrk.GetAsync(apps.JwtBearer, Protected, apps.SeenToken, token))
            .Add(OursName, token => wrk.GetAsync(apps.Ours, Protected, apps.SeenToken, token))
            .Add(NodeName, token => wrk.GetAsync(apps.Node, Protected, apps.SeenToken, token));
        var fresh = new Contest()
            .Add(PlainName, token => wrk.GetAsync(apps.Plain, "plain", apps.NewTokens, token))
            .Add(JwtBearerName, token => wrk.GetAsync(apps.JwtBearer, Protected, apps.NewTokens, token))
            .Add(OursName, token => wrk.GetAsync(apps.OursForgetful, Protected, apps.NewTokens, token))
            .Add(NodeName, token => wrk.GetAsync(apps.Node, Protected, apps.NewTokens, token));
        var signIn = new Contest()
            .Add(OursName, token => wrk.PostAsync(apps.Ours, BenchApps.SignInPath, BenchApps.SignInJson, BenchApps.SignInHeaders, token))
            .Add(NodeName, token => wrk.PostAsync(apps.Node, BenchApps.SignInPath, BenchApps.SignInJson, BenchApps.SignInHeaders, token));
        return new BenchFigures(
            await RunAsync("An open route", open, rounds, cancellationToken).ConfigureAwait(false),
            await RunAsync("A protected route, the same token again", seen, rounds, cancellationToken).ConfigureAwait(false),
            await RunAsync("A protected route, new tokens", fresh, rounds, cancellationToken).ConfigureAwait(false),
            await RunAsync("Signing in", signIn, rounds, cancellationToken).ConfigureAwait(false),
            MeasureSignature(),
            (await apps.CoreCallsOfSignInAsync(apps.Ours, cancellationToken).ConfigureAwait(false), await apps.CoreCallsOfSignInAsync(apps.Node, cancellationToken).ConfigureAwait(false)),
            [],
            micro);
    }

    private static Task<IReadOnlyList<(string Name, Sample Median)>> RunAsync(string title, Contest contest, int rounds, CancellationToken cancellationToken)
        => BuildStep.RunAsync($"{title}, {rounds} rounds", () => contest.RunAsync(rounds, cancellationToken));

    // What nobody can do without, once for each token: the processor time of this process, with nothing else going on in it.
    private static double MeasureSignature()
    {
        const int Times = 20_000;
        using var key = RSA.Create(2048);
        using var verifier = RSA.Create(key.ExportParameters(includePrivateParameters: false));
        var text = RandomNumberGenerator.GetBytes(600);
        var signature = key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _ = Enumerable.Range(0, Times / 10).Count(_ => verifier.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var before = Environment.CpuUsage.TotalTime;
        _ = Enumerable.Range(0, Times).Count(_ => verifier.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Times;
    }
}
