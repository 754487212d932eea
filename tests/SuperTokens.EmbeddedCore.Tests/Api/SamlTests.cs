using System.Net;

namespace SuperTokens.EmbeddedCore.Tests.Api;

/// <summary>SAML is not done here: the routes answer as a core without the licence for it.</summary>
public sealed class SamlTests : IDisposable
{
    private const string Client = """{"redirectURIs":["http://localhost:3000"],"defaultRedirectURI":"http://localhost:3000","metadataXML":"PHgvPg=="}""";
    private const string NotEnabled = "SAML feature is not enabled. Please subscribe to a SuperTokens core license key to enable this feature.";
    private const string UnknownTenant = "AppId or tenantId not found => Tenant with the following connectionURIDomain, appId and tenantId combination not found: (, public, unknown)";

    private readonly TestCore _core = new();

    [Theory]
    [InlineData("PUT", "/recipe/saml/clients", Client)]
    [InlineData("POST", "/recipe/saml/login", """{"clientId":"x","redirectURI":"x","acsURL":"x","state":"x"}""")]
    [InlineData("POST", "/recipe/saml/callback", """{"samlResponse":"PHgvPg==","relayState":"x"}""")]
    [InlineData("POST", "/recipe/saml/user", """{"accessToken":"x","clientId":"x"}""")]
    public Task What_needs_the_licence_is_402(string method, string path, string body) => AssertAsync(method, path, body, 402, NotEnabled);

    [Theory]
    [InlineData("PUT", "/recipe/saml/clients", """{"redirectURIs":[],"defaultRedirectURI":"x","metadataXML":"x"}""", "redirectURIs is required in the input")]
    [InlineData("PUT", "/recipe/saml/clients", """{"defaultRedirectURI":"x","metadataXML":"x"}""", "Field name 'redirectURIs' is invalid in JSON input")]
    [InlineData("PUT", "/recipe/saml/clients", """{"redirectURIs":["x"],"defaultRedirectURI":"x","metadataXML":"<x/>"}""", "metadataXML does not have a valid SAML metadata")]
    [InlineData("PUT", "/recipe/saml/clients", """{"clientId":null,"redirectURIs":["x"],"defaultRedirectURI":"x","metadataXML":"x"}""", "Field name 'clientId' is invalid in JSON input")]
    [InlineData("POST", "/recipe/saml/login", """{"clientId":"x","acsURL":"x"}""", "Field name 'redirectURI' is invalid in JSON input")]
    [InlineData("POST", "/recipe/saml/callback", "{}", "Field name 'samlResponse' is invalid in JSON input")]
    [InlineData("POST", "/recipe/saml/user", """{"accessToken":"x"}""", "Field name 'clientId' is invalid in JSON input")]
    [InlineData("POST", "/recipe/saml/clients/remove", "{}", "Field name 'clientId' is invalid in JSON input")]
    public Task Bad_input_is_400_before_that(string method, string path, string body, string message) => AssertAsync(method, path, body, 400, message);

    [Theory]
    [InlineData("PUT", "/unknown/recipe/saml/clients", Client)]
    [InlineData("GET", "/unknown/recipe/saml/clients/list", null)]
    [InlineData("POST", "/unknown/recipe/saml/user", """{"accessToken":"x","clientId":"x"}""")]
    public Task Unknown_tenant_is_400(string method, string path, string? body) => AssertAsync(method, path, body, 400, UnknownTenant);

    [Theory]
    [InlineData("GET", "/recipe/saml/clients/list", null, """{"status":"OK","clients":[]}""")]
    [InlineData("POST", "/recipe/saml/clients/remove", """{"clientId":"x"}""", """{"status":"OK","didExist":false}""")]
    public Task Clients_which_there_are_none_of_are_listed_and_removed(string method, string path, string? body, string answer) => AssertAsync(method, path, body, 200, answer);

    public void Dispose() => _core.Dispose();

    private async Task AssertAsync(string method, string path, string? body, int status, string answer)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body) };
        using var response = await _core.Client.SendAsync(request);

        Assert.Equal(((HttpStatusCode)status, answer + "\n"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }
}
