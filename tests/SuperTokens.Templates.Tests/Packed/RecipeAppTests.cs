using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>Every recipe, with each other one and with all others, does what it was chosen for.</summary>
[Collection(PackedTemplates.Collection)]
public sealed class RecipeAppTests(RecipeApps apps) : IClassFixture<RecipeApps>
{
    public static TheoryData<string> Sets() => new(RecipeApps.Sets.Select(set => set.ToString()));

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task People_sign_in_each_way_and_use_each_recipe(string chosen)
    {
        var set = new RecipeSet(chosen.Split(' '));
        var project = apps.Project(set);
        Assert.Equal(set.Added, project.Recipes);
        await using var process = await apps.StartAsync(set);
        using var flow = new SignInFlow(process.Address, project.ApiBasePath, project.Recipes, apps.Provider) { TriesSessions = false };
        try
        {
            await flow.RunAsync((_, step) => step(), CancellationToken.None);
        }
        catch (BuildException failure)
        {
            throw new BuildException($"{failure.Message}\n\n{process.Output}");
        }
    }
}
