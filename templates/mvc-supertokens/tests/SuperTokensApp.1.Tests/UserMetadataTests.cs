using System.Net;

namespace SuperTokensApp._1.Tests;

public sealed class UserMetadataTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_display_name_is_kept_as_it_was_typed()
    {
        const string Name = "Ada <b>Lovelace</b>";
        var visitor = await Visitors.SignInAsync(app);
        await visitor.OpenAsync("/account/name");

        await visitor.SendAsync(("DisplayName", Name));

        Assert.Equal("/account", visitor.Address);
        Assert.Contains(WebUtility.HtmlEncode(Name), visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_display_name_must_not_be_empty()
    {
        var visitor = await Visitors.SignInAsync(app);
        await visitor.OpenAsync("/account/name");

        await visitor.SendAsync(("DisplayName", " "));

        Assert.NotEmpty(visitor.Errors);
    }
}
