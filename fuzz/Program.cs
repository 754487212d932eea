using System.Globalization;
using SuperTokens.Fuzz;
using SuperTokens.Fuzz.Targets;

// dotnet run -c Release --project fuzz [-- <minutes> [<random seed>]]
var minutes = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 10;
var randomSeed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Random.Shared.Next();
var seeds = Path.Combine(AppContext.BaseDirectory, "Seeds");
var findings = Path.Combine(Environment.CurrentDirectory, "artifacts", "fuzz");
Console.WriteLine($"{FuzzTarget.All.Count} targets, {minutes} minutes in all, random seed {randomSeed}");
var found = 0;
foreach (var target in FuzzTarget.All)
{
    var folder = Path.Combine(seeds, target.Name);
    var inputs = Directory.Exists(folder) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes) : [];
    var fuzzer = new Fuzzer(target, inputs, randomSeed);
    fuzzer.Run(TimeSpan.FromMinutes(minutes / FuzzTarget.All.Count));
    Console.WriteLine($"{target.Name,-15} {fuzzer.Runs,12:N0} inputs {fuzzer.Signatures,6:N0} outcomes {fuzzer.Findings.Count,4} findings");
    foreach (var (reason, input) in fuzzer.Findings)
    {
        var file = Path.Combine(findings, target.Name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..16]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, input);
        Console.WriteLine($"  {reason}\n  {file}");
        found++;
    }
}

return found == 0 ? 0 : 1;
