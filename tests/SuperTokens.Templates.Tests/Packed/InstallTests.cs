using System.IO.Compression;
using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Packed;

[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed class InstallTests(PackedTemplates templates)
{
    private const string OldVersion = "0.0.1-old";

    [Fact]
    public async Task Installing_replaces_an_older_version()
    {
        string[] hive = ["--debug:custom-hive", Path.Combine(templates.Scratch, "hive")];
        var repository = new Repository(TestPaths.Root);

        Assert.False(await InstallCommand.ReplaceAsync(repository, OlderPack(), hive, CancellationToken.None));
        Assert.True(await InstallCommand.ReplaceAsync(repository, templates.Pack, hive, CancellationToken.None));

        var installed = await templates.DotnetAsync(["new", "uninstall", .. hive]);
        Assert.Contains(templates.Version, installed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(OldVersion, installed.Output, StringComparison.Ordinal);
    }

    private string OlderPack()
    {
        var path = Path.Combine(templates.Scratch, $"SuperTokens.Templates.{OldVersion}.nupkg");
        File.Copy(templates.Pack, path);
        using var pack = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = pack.GetEntry("SuperTokens.Templates.nuspec")!;
        string nuspec;
        using (var reader = new StreamReader(entry.Open()))
        {
            nuspec = reader.ReadToEnd().Replace(templates.Version, OldVersion, StringComparison.Ordinal);
        }

        entry.Delete();
        using var writer = new StreamWriter(pack.CreateEntry("SuperTokens.Templates.nuspec").Open());
        writer.Write(nuspec);
        return path;
    }
}
