using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class DisabledRecipeTests : IDisposable
{
    private readonly TestCore _core = new();

    [Theory]
    [InlineData("emailpassword", "/recipe/signup", """{"email":"a@example.com","password":"x"}""", "Email password")]
    [InlineData("emailpassword", "/recipe/signin", """{"email":"a@example.com","password":"x"}""", "Email password")]
    [InlineData("emailpassword", "/recipe/user/password/reset/token", """{"userId":"x","email":"a@example.com"}""", "Email password")]
    [InlineData("passwordless", "/recipe/signinup/code", """{"email":"a@example.com"}""", "Passwordless")]
    [InlineData("passwordless", "/recipe/signinup/code/check", """{"preAuthSessionId":"x","linkCode":"abcd"}""", "Passwordless")]
    [InlineData("passwordless", "/recipe/signinup/code/consume", """{"preAuthSessionId":"x","linkCode":"abcd"}""", "Passwordless")]
    [InlineData("thirdparty", "/recipe/signinup", """{"thirdPartyId":"g","thirdPartyUserId":"1","email":{"id":"a","isVerified":true}}""", "ThirdParty")]
    public async Task A_recipe_that_is_off_in_a_tenant_signs_nobody_in_until_CDI_5_1_where_first_factors_rule_the_SDK(
        string recipeId, string path, string body, string title)
    {
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = "t1", ["firstFactors"] = new JsonArray() });

        Assert.Equal((HttpStatusCode.Forbidden, $"{title} login not enabled for tenant\n"), await SendAsync(recipeId, "/t1" + path, body, "5.0"));
        Assert.Equal((HttpStatusCode.Forbidden, $"{title} login not enabled for tenant\n"), await SendAsync(recipeId, "/t1" + path, body, "4.0"));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(recipeId, "/t1" + path, body, "5.1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(recipeId, path, body, "5.0")).Status);
    }

    [Fact]
    public async Task Until_CDI_4_the_first_factors_say_which_recipe_is_on()
    {
        await _core.SendAsync(
            HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = "t1", ["firstFactors"] = new JsonArray("link-phone") });
        const string Code = """{"email":"a@example.com"}""";
        const string SignUp = """{"email":"a@example.com","password":"x"}""";

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("passwordless", "/t1/recipe/signinup/code", Code, "4.0")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("emailpassword", "/t1/recipe/signup", SignUp, "4.0")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("emailpassword", "/t1/recipe/signup", SignUp, "5.0")).Status);
    }

    public void Dispose() => _core.Dispose();

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string recipeId, string path, string body, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body),
            Headers = { { "rid", recipeId }, { "cdi-version", version } },
        };
        using var response = await _core.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
