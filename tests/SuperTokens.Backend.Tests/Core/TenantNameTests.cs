using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Core;

public sealed class TenantNameTests
{
    [Theory]
    [InlineData("appid-other")]
    [InlineData("AppId-other")]
    [InlineData("appid-")]
    public async Task A_path_cannot_name_another_app_of_the_core(string name)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var core = app.App.Services.GetRequiredService<ICoreClient>();
        await core.SendAsync(
            CoreRequest.Put(CorePath.App("/recipe/multitenancy/app/v2"), new JsonObject { ["appId"] = "other", ["firstFactors"] = null }, TestJsonContext.Default.JsonObject),
            TestJsonContext.Default.JsonObject);
        app.CoreCalls.Clear();

        Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync($"/auth/{name}/signup", EmailPasswordApp.Form("ann@example.com"))).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync($"/auth/{name}/emailpassword/email/exists?email=ann@example.com")).Code);
        Assert.Empty(app.CoreCalls.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("a\r\nx-evil: 1")]
    [InlineData("appid-other")]
    public async Task A_function_refuses_what_no_tenant_is_called_before_the_core_is_asked(string tenantId)
    {
        await using var app = await EmailPasswordApp.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => app.Recipe.SignInAsync(tenantId, "ann@example.com", EmailPasswordApp.Password));
        await Assert.ThrowsAsync<ArgumentException>(() => app.App.Services.GetRequiredService<IMultitenancyRecipe>().GetTenantAsync(tenantId));
        Assert.DoesNotContain(app.CoreCalls.Calls, call => call != "GET /apiversion");
    }
}
