using SuperTokens.Build.Alike;

namespace SuperTokens.Templates.Tests;

/// <summary>What the templates have in common is the same text in each: <c>dotnet eng/build.cs copy-shared</c> makes it so.</summary>
public sealed class AlikeTests
{
    private static readonly AlikeFiles s_files = new(TestPaths.Templates, AllowedDifferences.All);

    public static TheoryData<string> Copies() => new(AlikeFiles.Copies);

    [Theory]
    [MemberData(nameof(Copies))]
    public void What_should_be_alike_is(string template)
        => Assert.True(
            s_files.Differences(template) is [],
            $"{template}-supertokens differs from {AlikeFiles.Source}-supertokens in {string.Join(", ", s_files.Differences(template))}. "
            + "Change the first and run: dotnet eng/build.cs copy-shared");

    [Fact]
    public void Nothing_is_allowed_to_differ_that_does_not()
        => Assert.Empty(new AlikeFiles(TestPaths.Templates, AllowedDifferences.All).Needless());

    [Fact]
    public void Each_difference_has_a_reason()
        => Assert.All(AllowedDifferences.All, difference => Assert.Matches(@"^[A-Z].{10,}\.$", difference.Reason));

    [Fact]
    public void All_templates_are_compared()
        => Assert.Equal(TemplateNames.All.Order(), AlikeFiles.Copies.Append(AlikeFiles.Source).Order());
}
