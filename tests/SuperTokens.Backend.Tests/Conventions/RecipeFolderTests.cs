namespace SuperTokens.Backend.Conventions;

public sealed class RecipeFolderTests
{
    private const string Recipes = "src/SuperTokens.Backend/Recipes";

    // Discovery is made of the app's addresses alone, SAML's clients live in the core, metadata is what it is, and a switch cannot be set wrong.
    private static readonly string[] NothingToSet = ["OpenIdOptions.cs", "OpenIdOptionsValidator.cs", "SamlOptions.cs", "SamlOptionsValidator.cs", "UserMetadataOptions.cs", "UserMetadataOptionsValidator.cs", "UserRolesOptionsValidator.cs"];

    // Functions only: frontends ask nothing of these.
    private static readonly string[] NothingToServe = ["AccountLinking", "UserMetadata", "UserRoles"];

    public static TheoryData<string> Names
        => [.. SourceFile.Paths(Recipes).Select(path => path[(Recipes.Length + 1)..]).Where(path => path.Contains('/', StringComparison.Ordinal)).Select(path => path.Split('/')[0]).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_recipe_folder_has_the_same_files(string recipe)
    {
        string[] expected =
        [
            $"{recipe}BuilderExtensions.cs",
            $"{recipe}Options.cs", $"{recipe}OptionsValidator.cs",
            $"I{recipe}Recipe.cs", $"{recipe}Recipe.cs", $"Delegating{recipe}Recipe.cs",
            $"{recipe}JsonContext.cs",
        ];
        string[] served = [$"{recipe}Endpoints.cs", $"I{recipe}Api.cs", $"{recipe}Api.cs", $"Delegating{recipe}Api.cs"];
        var files = SourceFile.Paths($"{Recipes}/{recipe}");
        var names = files.Select(path => path.Split('/')[^1]).ToList();

        Findings.None(expected.Except(names).Except(NothingToSet));
        Assert.Equal(NothingToServe.Contains(recipe) ? [] : served, served.Intersect(names));
        Assert.Contains(files, path => path.EndsWith("Results.cs", StringComparison.Ordinal) || path.EndsWith("Result.cs", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_of_a_recipe_can_be_overridden_one_method_at_a_time(string recipe)
    {
        foreach (var part in NothingToServe.Contains(recipe) ? (string[])["Recipe"] : ["Api", "Recipe"])
        {
            var face = Code.Types.Single(type => type.Name == $"I{recipe}{part}");
            var delegating = Code.Types.Single(type => type.Name == $"Delegating{recipe}{part}");
            Assert.True(delegating is { IsPublic: true, IsAbstract: true } && face.IsPublic);
            Findings.None(delegating.GetInterfaceMap(face).TargetMethods.Where(method => !method.IsVirtual || method.IsFinal).Select(method => method.Name));
        }
    }
}
