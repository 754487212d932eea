using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokensApp._1.Tests;

public sealed class MultitenancyTests(TestApp app) : IClassFixture<TestApp>
{
    private readonly string _tenant = $"acme-{Guid.NewGuid():n}";
    private readonly IMultitenancyRecipe _tenants = app.Services.GetRequiredService<IMultitenancyRecipe>();

    [Fact]
    public async Task The_pages_of_a_tenant_sign_in_to_that_tenant()
    {
        // A new tenant has no way to sign in until it is given some.
        await _tenants.CreateOrUpdateTenantAsync(_tenant, new TenantChanges { FirstFactors = TenantFactors.OfTheApp });

        var visitor = await Visitors.SignInAsync(app, _tenant);
        await visitor.OpenAsync("/sessioninfo");

        Assert.Contains($"\"tId\":\"{_tenant}\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_without_ways_to_sign_in_shows_none()
    {
        await _tenants.CreateOrUpdateTenantAsync(_tenant, new TenantChanges { FirstFactors = TenantFactors.Only() });
        var visitor = new Visitor(app);

        await visitor.OpenAsync($"WEBSITE_BASE_PATH_PREFIX/sign-in?tenantId={_tenant}");

        Assert.Contains("no way to sign in here", visitor.Page, StringComparison.Ordinal);
    }
}
