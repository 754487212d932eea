using System.Text.RegularExpressions;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>What <c>--core docker</c> starts: a core and its database that only this machine reaches.</summary>
[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed class ComposeTests(PackedTemplates templates)
{
    private const string Core = "services.supertokens";
    private const string Database = "services.db";
    private const string Data = "supertokens-db";

    [Theory]
    [EachTemplate]
    public async Task Docker_gets_a_healthy_core_and_database_on_this_machine_only_and_keeps_the_data(string template)
    {
        var compose = ComposeFile.Parse(await ReadAsync(await NewAsync(template, "First"), "compose.yaml"));

        Assert.Equal(["supertokens", "db"], compose.Names("services"));
        Assert.Matches(@"^registry\.supertokens\.io/supertokens/supertokens-postgresql:\d+\.\d+$", compose[$"{Core}.image"]);
        Assert.Matches(@"^postgres:\d+$", compose[$"{Database}.image"]);
        Assert.All([Core, Database], service => Assert.All(["test", "interval", "timeout", "retries"], name => Assert.NotEmpty(compose[$"{service}.healthcheck.{name}"])));
        Assert.Equal("service_healthy", compose[$"{Core}.depends_on.db.condition"]);
        Assert.Equal("127.0.0.1:${SUPERTOKENS_PORTS:-3567}:3567", compose[Assert.Single(compose.Paths, path => path.Contains(".ports.", StringComparison.Ordinal))]);
        Assert.Equal($"{Data}:/var/lib/postgresql/data", compose[$"{Database}.volumes.0"]);
        Assert.Equal([Data], compose.Names("volumes"));
    }

    [Theory]
    [EachTemplate]
    public async Task The_core_listens_where_the_connection_uri_says(string template)
    {
        var folder = await NewAsync(template, "Moved", "--connectionUri", "http://localhost:4567", "--includeTests");

        Assert.Equal("127.0.0.1:${SUPERTOKENS_PORTS:-4567}:3567", ComposeFile.Parse(await ReadAsync(folder, "compose.yaml"))[$"{Core}.ports.0"]);
    }

    [Theory]
    [EachTemplate]
    public async Task The_password_is_made_for_each_app_and_is_never_committed(string template)
    {
        var (one, other) = (await NewAsync(template, "One"), await NewAsync(template, "Other"));
        var (password, otherPassword) = (await PasswordAsync(one), await PasswordAsync(other));

        Assert.Matches("^[0-9a-f]{32}$", password);
        Assert.Matches("^[0-9a-f]{32}$", otherPassword);
        Assert.NotEqual(password, otherPassword);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(TemplateNames.Folder(template), "*", SearchOption.AllDirectories).Select(File.ReadAllText), text => text.Contains(password, StringComparison.Ordinal));
        Assert.DoesNotContain(password, await ReadAsync(one, "compose.yaml"), StringComparison.Ordinal);
        Assert.Contains(".env", await File.ReadAllLinesAsync(Path.Combine(one, ".gitignore")));

        var compose = ComposeFile.Parse(await ReadAsync(one, "compose.yaml"));
        Assert.StartsWith("${POSTGRES_PASSWORD:?", compose[$"{Core}.environment.POSTGRESQL_PASSWORD"], StringComparison.Ordinal);
        Assert.StartsWith("${POSTGRES_PASSWORD:?", compose[$"{Database}.environment.POSTGRES_PASSWORD"], StringComparison.Ordinal);
    }

    private static Task<string> ReadAsync(string folder, string file) => File.ReadAllTextAsync(Path.Combine(folder, file));

    private static async Task<string> PasswordAsync(string folder)
        => Regex.Match(await ReadAsync(folder, ".env"), "^POSTGRES_PASSWORD=(.*)$", RegexOptions.Multiline).Groups[1].Value.Trim();

    /// <returns>The app's folder.</returns>
    private async Task<string> NewAsync(string template, string name, params string[] options)
    {
        var folder = Path.Combine("docker", template, name);
        var created = await templates.NewAsync(template, ["-n", name, "-o", folder, "--core", "docker", "--skipRestore", .. options]);
        Assert.True(created.ExitCode == 0, created.Output);
        return Path.Combine(templates.Apps, folder);
    }
}
