using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokensApp._1.Tests;

public sealed class MultitenancyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_session_belongs_to_the_tenant_it_was_made_in()
    {
        await app.Services.GetRequiredService<IMultitenancyRecipe>().CreateOrUpdateTenantAsync("acme");

        var person = await People.SignInAsync(app);
        var colleague = await People.SignInAsync(app, "acme");

        Assert.Equal("public", (await person.GetAsync("/tenant")).GetProperty("tenantId").GetString());
        Assert.Equal("acme", (await colleague.GetAsync("/tenant")).GetProperty("tenantId").GetString());
    }

    [Fact]
    public async Task Tenants_can_be_chosen_from()
    {
        await app.Services.GetRequiredService<IMultitenancyRecipe>().CreateOrUpdateTenantAsync("initech");

        var tenants = (await new Frontend(app.CreateClient()).GetAsync("/tenants")).GetProperty("tenants").EnumerateArray();

        Assert.Contains("initech", tenants.Select(tenant => tenant.GetProperty("tenantId").GetString()));
    }
}
