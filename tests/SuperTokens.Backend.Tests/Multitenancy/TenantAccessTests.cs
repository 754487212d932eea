using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>A tenant's session does not open another tenant.</summary>
public sealed class TenantAccessTests
{
    [Theory]
    [InlineData("/extension/{0}/orders")]
    [InlineData("/attribute/{0}/orders")]
    [InlineData("/session/{0}/orders")]
    [InlineData("/group/{0}/orders")]
    [InlineData("/customers/{0}")]
    public async Task A_tenants_session_does_not_open_another_tenant(string path)
    {
        await using var app = await TenantsApp.StartAsync();
        var ann = await app.SignUpAsync("t1");

        await (await app.CreateFrontend().GetAsync(In(path, "t1"))).AssertUnauthorisedAsync();
        await (await ann.GetAsync(In(path, "t1"))).AssertAsync(HttpStatusCode.OK, "t1");
        await (await ann.GetAsync(In(path, "t2"))).AssertAsync(HttpStatusCode.Forbidden, Refusal("t2", "t1"));
        await (await ann.GetAsync(In(path, "public"))).AssertAsync(HttpStatusCode.Forbidden, Refusal("public", "t1"));
        await (await ann.GetAsync(In(path, "T1"))).AssertAsync(HttpStatusCode.Forbidden, Refusal("T1", "t1"));
    }

    [Fact]
    public async Task The_session_of_the_public_tenant_does_not_open_another_either()
    {
        await using var app = await TenantsApp.StartAsync();
        var ann = await app.SignUpAsync("public");
        await (await ann.GetAsync("/extension/t1/orders")).AssertAsync(HttpStatusCode.Forbidden, Refusal("t1", "public"));
        await (await ann.GetAsync("/extension/public/orders")).AssertAsync(HttpStatusCode.OK, "public");
    }

    [Fact]
    public async Task Named_tenants_are_let_in_and_not_told_to_others()
    {
        await using var app = await TenantsApp.StartAsync();
        await (await (await app.SignUpAsync("t1")).GetAsync("/staff")).AssertAsync(HttpStatusCode.OK, "staff");
        await (await (await app.SignUpAsync("t2")).GetAsync("/staff")).AssertAsync(
            HttpStatusCode.Forbidden,
            """{"message":"invalid claim","claimValidationErrors":[{"id":"tId","reason":{"message":"wrong value","actualValue":"t2"}}]}""");
    }

    [Fact]
    public async Task A_route_that_names_no_tenant_lets_nobody_in()
    {
        await using var app = await TenantsApp.StartAsync();
        var ann = await app.SignUpAsync("t1");
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.GetAsync("/optional")).StatusCode);
        await (await ann.GetAsync("/optional/t1")).AssertAsync(HttpStatusCode.OK, "open");

        // A mistake of the application: the server's log says what to write.
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ann.GetAsync("/forgotten"));
        Assert.Contains("{tenantId}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_access_token_payload_cannot_claim_another_tenant()
    {
        await using var app = await TenantsApp.StartAsync(map: web => web.MapPost("/claim", async (SessionContainer session) =>
            await session.MergeIntoAccessTokenPayloadAsync(new() { ["tId"] = "t2", ["tenantId"] = "t2" })).RequireSession());
        var ann = await app.SignUpAsync("t1");
        await ann.PostAsync("/claim");
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.GetAsync("/extension/t2/orders")).StatusCode);
        await (await ann.GetAsync("/extension/t1/orders")).AssertAsync(HttpStatusCode.OK, "t1");
    }

    [Fact]
    public async Task Roles_and_tenant_are_required_together()
    {
        await using var app = await TenantsApp.StartAsync(
            builder => builder.AddUserRoles(),
            web => web.MapGet("/{tenantId}/admin", () => "in").RequireTenant().RequireRole("admin"));
        var ann = await app.SignUpAsync("t1");
        var answer = await (await ann.GetAsync("/t2/admin")).JsonAsync();
        Assert.Equal(["st-role", "tId"], answer["claimValidationErrors"]!.AsArray().Select(error => (string)error!["id"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_tenant_is_refused_at_once()
        => Assert.Throws<ArgumentException>(() => new RequireTenantAttribute("t1", " "));

    [Fact]
    public async Task Domains_of_the_tenant_are_in_the_session_and_can_be_required()
    {
        await using var app = await TenantsApp.StartAsync(
            builder => builder.AddMultitenancy(options => options.GetAllowedDomainsForTenantId = (tenantId, _) => new([$"{tenantId}.example.com", "localhost"])),
            web => web.MapGet("/here", () => "in").RequireSession(Domain(web, "t1.example.com")));
        var ann = await app.SignUpAsync("t1");
        Assert.Equal("""["t1.example.com","localhost"]""", ann.Payload["st-t-dmns"]!["v"]!.ToJsonString());

        await (await ann.GetAsync("/here")).AssertAsync(HttpStatusCode.OK, "in");
        Assert.Contains("\"id\":\"st-t-dmns\"", await (await (await app.SignUpAsync("t2")).GetAsync("/here")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_option_there_is_no_claim_of_domains_and_nobody_meets_it()
    {
        await using var app = await TenantsApp.StartAsync(map: web => web.MapGet("/here", () => "in").RequireSession(Domain(web, "t1.example.com")));
        var ann = await app.SignUpAsync("t1");
        Assert.False(ann.Payload.ContainsKey("st-t-dmns"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.GetAsync("/here")).StatusCode);
    }

    private static VerifySessionOptions Domain(WebApplication web, string domain)
    {
        var claim = web.Services.GetRequiredService<AllowedDomainsClaim>();
        return new VerifySessionOptions { OverrideGlobalClaimValidators = (global, _, _) => new([.. global, claim.Includes(domain)]) };
    }

    private static string In(string path, string tenantId) => path.Replace("{0}", tenantId, StringComparison.Ordinal);

    private static string Refusal(string expected, string actual)
        => $$$"""{"message":"invalid claim","claimValidationErrors":[{"id":"tId","reason":{"message":"wrong value","expectedValue":"{{{expected}}}","actualValue":"{{{actual}}}"}}]}""";
}
