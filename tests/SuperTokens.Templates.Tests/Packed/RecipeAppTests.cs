namespace SuperTokens.Templates.Tests.Packed;

/// <summary>Every recipe, with each other one and with all others, does what it was chosen for.</summary>
[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed class RecipeAppTests(RecipeApps apps) : IClassFixture<RecipeApps>
{
    public static TheoryData<string> Sets() => new(RecipeApps.Sets.Select(set => set.ToString()));

    [Theory]
    [MemberData(nameof(Sets))]
    public void People_sign_in_each_way_and_use_each_recipe(string chosen)
        => Assert.True(apps.Failures[chosen] is null, apps.Failures[chosen]);
}
