using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>
/// What the template generates, file by file, as Snapshots/&lt;case&gt;.verified/ holds it. After a change that was meant:
/// <c>dotnet eng/build.cs update-snapshots</c>.
/// </summary>
public sealed class SnapshotTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    private const string Full =
        "appName=Ben & \"Co\" apiDomain=https://api.example.com apiBasePath=/api/auth websiteBasePath=/signin "
        + "recipes=emailpassword|passwordless|thirdparty|emailverification|accountlinking|userroles|usermetadata|multitenancy "
        + "core=self-hosted connectionUri=https://a.example.com;https://b.example.com appId=shop includeTests=true openTelemetry=true Framework=net10.0 skipRestore=true";

    [Theory]
    [InlineData("webapi.default", "")]
    [InlineData("webapi.docker", "core=docker")]
    [InlineData("webapi.full", Full + " websiteDomain=https://example.com")]
    [InlineData("minimalapi.default", "")]
    [InlineData("minimalapi.full", Full + " websiteDomain=https://example.com aot=true")]
    [InlineData("mvc.default", "")]
    [InlineData("mvc.full", Full)]
    [InlineData("functions.default", "")]
    [InlineData("functions.full", Full + " websiteDomain=https://example.com")]
    public async Task What_is_generated_is_the_snapshot(string snapshot, string options)
    {
        var folder = Path.Combine(TestPaths.Snapshots, snapshot + ".verified");
        var app = await engine.GenerateAsync(snapshot.Split('.')[0], "Acme.Api", GenerationTests.Parse(options));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Update(folder, app);
        }

        var expected = GeneratedApp.Read(folder).ToDictionary(file => file.Key.Replace(".verified.txt", string.Empty, StringComparison.Ordinal), file => file.Value);
        Assert.Equal(expected.Keys.Order(), app.Files.Keys.Order());
        Assert.All(expected, file => Assert.Equal(System.Text.Encoding.UTF8.GetString(file.Value), app.Text(file.Key)));
    }

    private static void Update(string folder, GeneratedApp app)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, content) in app.Files)
        {
            // Else this repository's own build and .gitignore would take the file for theirs.
            var target = Path.Combine(folder, path + ".verified.txt");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
        }
    }
}
