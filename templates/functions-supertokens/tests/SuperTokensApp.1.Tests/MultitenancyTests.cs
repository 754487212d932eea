using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokensApp._1.Tests;

public sealed class MultitenancyTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>A new tenant has no way to sign in until it is given some.</summary>
    private static readonly TenantChanges AsTheApp = new() { FirstFactors = TenantFactors.OfTheApp };

    private readonly string _tenant = $"acme-{Guid.NewGuid():n}";
    private readonly IMultitenancyRecipe _tenants = app.Services.GetRequiredService<IMultitenancyRecipe>();

    [Fact]
    public async Task A_session_opens_the_tenant_it_was_made_in_and_no_other()
    {
        await _tenants.CreateOrUpdateTenantAsync(_tenant, AsTheApp);

        var person = await People.SignInAsync(app, _tenant);

        Assert.Equal(_tenant, (await person.GetAsync($"/tenants/{_tenant}")).GetProperty("tenantId").GetString());
        using var refused = await person.CallAsync(HttpMethod.Get, "/tenants/public");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Tenants_can_be_chosen_from()
    {
        await _tenants.CreateOrUpdateTenantAsync(_tenant, AsTheApp);

        var tenants = (await new Frontend(app.CreateClient()).GetAsync("/tenants")).GetProperty("tenants").EnumerateArray();

        Assert.Contains(_tenant, tenants.Select(tenant => tenant.GetProperty("tenantId").GetString()));
    }
}
