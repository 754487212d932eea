namespace SuperTokens.Templates.Tests.Packed;

/// <summary>What a person sees of <c>dotnet new supertokens-webapi</c>.</summary>
[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed class CommandLineTests(PackedTemplates templates)
{
    [Fact]
    public async Task Help_explains_every_option()
    {
        var help = await templates.NewAsync("--help");

        Assert.Equal(0, help.ExitCode);
        string[] options =
        [
            "--appName", "--apiDomain", "--websiteDomain", "--apiBasePath", "--websiteBasePath", "--recipes", "--core", "--connectionUri", "--appId", "--includeTests", "--framework", "--no-https", "--skipRestore",
        ];
        Assert.All(options, option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
        Assert.All(RecipeSet.Names, recipe => Assert.Contains($"\n                                         {recipe} ", help.Output, StringComparison.Ordinal));
        Assert.All(help.Output.Split('\n').Where(line => line.StartsWith(' ')), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public async Task A_new_app_is_restored_and_says_what_to_type_next()
    {
        var created = await templates.NewAsync("-n", "Restored.Api");

        Assert.Equal(0, created.ExitCode);
        Assert.Contains("Restore succeeded.", created.Output, StringComparison.Ordinal);
        Assert.Contains("type 'dotnet run'", created.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(templates.Apps, "Restored.Api", "obj", "project.assets.json")));
    }

    [Fact]
    public async Task A_bad_value_is_refused_with_the_reason_and_a_good_value()
    {
        var refused = await templates.NewAsync("-n", "Refused.Api", "--apiDomain", "example.com");

        Assert.Equal(100, refused.ExitCode);
        Assert.Contains("--apiDomain must be an origin", refused.Output, StringComparison.Ordinal);
        Assert.Contains("try https://api.example.com", refused.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(templates.Apps, "Refused.Api")));
    }

    [Fact]
    public async Task A_managed_core_needs_its_connection_uri()
    {
        var refused = await templates.NewAsync("-n", "Managed.Api", "--core", "managed");

        Assert.Equal(102, refused.ExitCode);
        Assert.Contains("'--connectionUri'", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_core_that_does_not_exist_is_refused_with_those_that_do()
    {
        var refused = await templates.NewAsync("-n", "Wrong.Api", "--core", "dokcer");

        Assert.Equal(127, refused.ExitCode);
        Assert.All(["embedded", "docker", "self-hosted", "managed"], core => Assert.Contains(core, refused.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recipe_that_does_not_exist_is_refused_with_those_that_do()
    {
        var refused = await templates.NewAsync("-n", "Wrong.Api", "--recipes", "emailpassword", "userrole");

        Assert.Equal(127, refused.ExitCode);
        Assert.All(RecipeSet.Names, recipe => Assert.Contains(recipe, refused.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recipes_may_be_named_together_or_one_by_one_and_twice()
    {
        var together = await templates.NewAsync("-n", "Together.Api", "--skipRestore", "--recipes", "userroles", "usermetadata");
        var oneByOne = await templates.NewAsync("-n", "OneByOne.Api", "--skipRestore", "--recipes", "usermetadata", "--recipes=userroles", "--recipes", "userroles");

        Assert.True(together.ExitCode == 0 && oneByOne.ExitCode == 0, together.Output + oneByOne.Output);
        Assert.Equal(Program("Together.Api"), Program("OneByOne.Api"));
    }

    private string Program(string name) => File.ReadAllText(Path.Combine(templates.Apps, name, "Program.cs"));
}
