using System.Text.Json;
using System.Text.RegularExpressions;
using SuperTokens.Build;
using SuperTokens.Templates.Tests.Functions;
using SuperTokens.Templates.Tests.Skipping;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>
/// The minimal API as a native program, where the compiler for it and the system's tools are there: every recipe, telemetry and an OpenAPI document,
/// without a warning of the trimmer or the compiler.
/// </summary>
[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed partial class AotTests(PackedTemplates templates)
{
    private const string Require = "SUPERTOKENS_REQUIRE_AOT";
    private const string Name = "Native";

    [SkippableFact]
    public async Task A_native_program_signs_people_up_in_and_out_refreshes_protects_and_describes_itself()
    {
        var created = await templates.NewAsync(TemplateNames.MinimalApi, ["-n", Name, "-o", Name, "--aot", "--openTelemetry", "--recipes", .. RecipeSet.Names, "--skipRestore"]);
        Assert.True(created.ExitCode == 0, created.Output);
        var folder = Path.Combine(templates.Apps, Name);
        await DescribeAsync(folder);

        var published = await templates.DotnetAsync(Name, new Dictionary<string, string>(), "publish", "-warnaserror", "-nologo", "-o", "out", "-p:NuGetAudit=false");
        SkipWithoutTools(published);
        Assert.True(published.ExitCode == 0, published.Output);

        await using var provider = await LocalProvider.StartAsync();
        var environment = provider.Settings.ToDictionary();
        environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        await using var process = await AppProcess.StartProgramAsync(
            Path.Combine(folder, "out", OperatingSystem.IsWindows() ? $"{Name}.exe" : Name), environment, CancellationToken.None);
        var project = new GeneratedProject(Path.Combine(folder, $"{Name}.csproj"));
        using var flow = new SignInFlow(process.Address, "/auth", project.Recipes, provider) { TriesSessions = true, AdminPath = project.AdminPath };
        try
        {
            await flow.RunAsync((_, step) => step(), CancellationToken.None);
        }
        catch (BuildException failure)
        {
            throw new BuildException($"{failure.Message}\n\n{process.Output}");
        }

        await AssertDescribedAsync(process.Address);
        Assert.Equal(0, await process.StopAsync());
    }

    /// <summary>Adds what docs/aspnetcore.md says on OpenAPI.</summary>
    private static async Task DescribeAsync(string folder)
    {
        var version = Regex.Match(
            await File.ReadAllTextAsync(Path.Combine(TestPaths.Root, "Directory.Packages.props")), "\"Microsoft.AspNetCore.OpenApi\" Version=\"([^\"]+)\"").Groups[1].Value;
        await ReplaceAsync(Path.Combine(folder, $"{Name}.csproj"), "<ItemGroup>", $"<ItemGroup><PackageReference Include=\"Microsoft.AspNetCore.OpenApi\" Version=\"{version}\" />");
        await ReplaceAsync(
            Path.Combine(folder, "Program.cs"),
            "var app = builder.Build();",
            "builder.Services.AddOpenApi(options => options.AddSuperTokens());\nvar app = builder.Build();\napp.MapOpenApi();");
    }

    private static async Task ReplaceAsync(string file, string old, string text)
    {
        var content = await File.ReadAllTextAsync(file);
        Assert.Contains(old, content, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, content.Replace(old, text, StringComparison.Ordinal));
    }

    private static async Task AssertDescribedAsync(Uri address)
    {
        using var client = new HttpClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, "/openapi/v1.json")));
        var paths = document.RootElement.GetProperty("paths");
        Assert.NotEmpty(paths.GetProperty("/sessioninfo").GetProperty("get").GetProperty("security").EnumerateArray());
        Assert.Equal(
            "#/components/schemas/FdiSignInAnswer",
            paths.GetProperty("/auth/signin").GetProperty("post").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json")
                .GetProperty("schema").GetProperty("$ref").GetString());
        Assert.True(document.RootElement.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("SuperTokensBearer", out _));
    }

    private static void SkipWithoutTools(ShellResult published)
    {
        var missing = MissingPattern().Matches(published.Output).Select(match => match.Value.Trim()).Distinct().ToList();
        if (published.ExitCode != 0 && missing.Count > 0 && Environment.GetEnvironmentVariable(Require) != "1")
        {
            throw new SkippedException($"What makes native programs is not here; where it is, {Require}=1 makes this a failure. {string.Join(" | ", missing)}");
        }
    }

    // The compiler is a package, which no feed may serve; the linker and zlib are the system's.
    [GeneratedRegex(@"NU110[123]: [^\[\n]*(?:ilcompiler|runtime\.)[^\[\n]*|Platform linker [^\[\n]*not found[^\[\n]*|cannot find -lz\b", RegexOptions.IgnoreCase)]
    private static partial Regex MissingPattern();
}
