namespace SuperTokensApp._1.Tests;

public sealed class MultitenancyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_session_belongs_to_the_tenant_it_was_made_in()
    {
        var person = await People.SignInAsync(app);

        Assert.Equal("public", (await person.GetAsync("/tenant")).GetProperty("tenantId").GetString());
    }
}
