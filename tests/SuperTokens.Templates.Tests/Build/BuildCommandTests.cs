using SuperTokens.Build;
using SuperTokens.Templates.Tests.Packed;

namespace SuperTokens.Templates.Tests.Build;

public sealed class BuildCommandTests
{
    [Theory]
    [InlineData(0, "help")]
    [InlineData(2)]
    [InlineData(2, "bulid")]
    [InlineData(2, "pack", "--verison", "1.0.0")]
    [InlineData(2, "pack", "--version")]
    [InlineData(2, "install", "--force")]
    [InlineData(2, "measure")]
    [InlineData(2, "measure", "templates", "--rounds", "0")]
    [InlineData(2, "copy-shared", "--force")]
    [InlineData(2, "try", "supertokens-webapi", "--output", "elsewhere")]
    [InlineData(2, "try", "supertokens-mvcc", "--smoke")]
    [InlineData(2, "test", "--fast", "--filter", "Name~Sign")]
    [InlineData(2, "update-public-suffix-list", "--from")]
    [InlineData(1, "update-public-suffix-list", "--from", "no-such-file")]
    public async Task A_wrong_call_ends_with_2_and_a_failed_one_with_1(int exitCode, params string[] args)
        => Assert.Equal(exitCode, await BuildCommand.RunAsync(args));

    [Fact]
    public void Each_template_can_be_tried()
        => Assert.Equal(TemplateNames.All.Select(TemplateNames.ShortName).Order(), new Repository(TestPaths.Root).Templates);

    [Fact]
    public void Every_test_of_the_packed_templates_is_left_out_by_test_fast()
    {
        var packed = typeof(PackedTemplates).Assembly.GetTypes().Where(type => Of(type, typeof(CollectionAttribute), PackedTemplates.Collection)).ToList();

        Assert.NotEmpty(packed);
        Assert.All(packed, type => Assert.True(Of(type, typeof(TraitAttribute), "Speed", "Slow"), type.Name));
    }

    [Fact]
    public async Task A_file_that_is_not_the_public_suffix_list_changes_nothing()
    {
        var list = Path.Combine(TestPaths.Root, "src", "SuperTokens.Backend", "Configuration", "PublicSuffixList", "public_suffix_list.dat");
        var before = await File.ReadAllBytesAsync(list);

        Assert.Equal(1, await BuildCommand.RunAsync(["update-public-suffix-list", "--from", Path.Combine(TestPaths.Root, "README.md")]));

        Assert.Equal(before, await File.ReadAllBytesAsync(list));
    }

    private static bool Of(Type type, Type attribute, params string[] arguments)
        => type.GetCustomAttributesData().Any(data => data.AttributeType == attribute && data.ConstructorArguments.Select(argument => argument.Value).SequenceEqual(arguments));
}
