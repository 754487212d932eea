using System.Net;

namespace SuperTokensApp._1.Tests;

public sealed class UserRolesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Members_is_for_those_who_joined_and_admin_for_nobody_yet()
    {
        var visitor = await Visitors.SignInAsync(app);
        await visitor.OpenAsync("/members");
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);

        await visitor.OpenAsync("/account");
        await visitor.PressAsync("/membership");
        await visitor.OpenAsync("/members");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        await visitor.OpenAsync("/admin");
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }
}
