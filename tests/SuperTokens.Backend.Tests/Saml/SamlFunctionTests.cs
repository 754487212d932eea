using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Saml;

public sealed class SamlFunctionTests
{
    private const string Stored = """
        "clientId":"st_saml_1","clientSecret":"s3cret","redirectURIs":["http://localhost:3000/a"],"defaultRedirectURI":"http://localhost:3000/a",
        "idpEntityId":"https://idp.example/","idpSigningCertificate":"MIIC","allowIDPInitiatedLogin":false,"enableRequestSigning":true
        """;

    private static readonly SamlClientInput Input = new()
    {
        RedirectUris = ["http://localhost:3000/a"],
        DefaultRedirectUri = "http://localhost:3000/a",
        MetadataXml = "<EntityDescriptor/>",
    };

    public static TheoryData<string> Functions => [.. Calls.Keys];

    private static Dictionary<string, Func<ISamlRecipe, Task>> Calls => new()
    {
        ["PUT /public/recipe/saml/clients"] = recipe => recipe.CreateOrUpdateClientAsync("public", Input),
        ["GET /public/recipe/saml/clients/list"] = recipe => recipe.ListClientsAsync("public"),
        ["POST /public/recipe/saml/clients/remove"] = recipe => recipe.RemoveClientAsync("public", "x"),
        ["POST /public/recipe/saml/login"] = recipe => recipe.CreateLoginRequestAsync("public", "x", "y", "z"),
        ["POST /public/recipe/saml/callback"] = recipe => recipe.VerifySamlResponseAsync("public", "PHg+"),
        ["POST /public/recipe/saml/user"] = recipe => recipe.GetUserInfoAsync("public", "x", "y"),
    };

    [Fact]
    public async Task A_client_is_stored_and_its_secret_stays_in_the_core()
    {
        await using var app = await SamlApp.StartAsync();
        app.Core.Stub.Answer("PUT /t1/recipe/saml/clients", $$"""{{{Stored}},"status":"OK"}""");

        var result = await app.Recipe.CreateOrUpdateClientAsync("t1", Input with { ClientId = "st_saml_1", ClientSecret = "s3cret", AllowIdpInitiatedLogin = false, EnableRequestSigning = true });

        var client = Assert.IsType<CreateOrUpdateSamlClientResult.Ok>(result).Client;
        Assert.Equal(("st_saml_1", "https://idp.example/", "MIIC", false, true), (client.ClientId, client.IdpEntityId, client.IdpSigningCertificate, client.AllowIdpInitiatedLogin, client.EnableRequestSigning));
        Assert.Equal("http://localhost:3000/a", Assert.Single(client.RedirectUris));
        Assert.DoesNotContain("s3cret", client.ToString(), StringComparison.Ordinal);
        var call = Assert.Single(app.Core.Stub.Calls);
        Assert.Equal("saml", call.Headers["rid"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                {"clientId":"st_saml_1","clientSecret":"s3cret","redirectURIs":["http://localhost:3000/a"],"defaultRedirectURI":"http://localhost:3000/a",
                 "metadataXML":"{{SamlCore.InBase64(Input.MetadataXml)}}","allowIDPInitiatedLogin":false,"enableRequestSigning":true}
                """),
            JsonNode.Parse(call.Body!)));
    }

    [Fact]
    public async Task Metadata_may_be_in_Base64_already_and_what_is_left_open_is_left_out()
    {
        await using var app = await SamlApp.StartAsync();
        app.Core.Stub.Answer("PUT /public/recipe/saml/clients", $$"""{{{Stored}},"status":"OK"}""");

        await app.Recipe.CreateOrUpdateClientAsync("public", Input with { MetadataXml = "PHgvPg==" });

        var body = JsonNode.Parse(Assert.Single(app.Core.Stub.Calls).Body!)!.AsObject();
        Assert.Equal("PHgvPg==", (string?)body["metadataXML"]);
        Assert.Equal(["redirectURIs", "defaultRedirectURI", "metadataXML"], body.Select(field => field.Key));
    }

    [Theory]
    [InlineData("INVALID_METADATA_XML_ERROR", typeof(CreateOrUpdateSamlClientResult.InvalidMetadataXml))]
    [InlineData("DUPLICATE_IDP_ENTITY_ERROR", typeof(CreateOrUpdateSamlClientResult.DuplicateIdpEntity))]
    public async Task A_client_that_cannot_be_stored_is_said_why(string status, Type expected)
    {
        await using var app = await SamlApp.StartAsync();
        app.Core.Stub.Answer("PUT /public/recipe/saml/clients", $$"""{"status":"{{status}}"}""");

        Assert.IsType(expected, await app.Recipe.CreateOrUpdateClientAsync("public", Input));
    }

    [Fact]
    public async Task Clients_are_listed_and_removed()
    {
        await using var app = await SamlApp.StartAsync();
        app.Core.Stub
            .Answer("GET /t1/recipe/saml/clients/list", $$"""{"status":"OK","clients":[{{{Stored}}}]}""")
            .Answer("POST /t1/recipe/saml/clients/remove", """{"status":"OK","didExist":true}""");

        Assert.Equal("st_saml_1", Assert.Single(await app.Recipe.ListClientsAsync("t1")).ClientId);
        Assert.True((await app.Recipe.RemoveClientAsync("t1", "st_saml_1")).DidExist);
        Assert.Equal("""{"clientId":"st_saml_1"}""", app.Core.Stub.Calls[^1].Body);
    }

    [Fact]
    public async Task A_login_is_begun_verified_and_exchanged_once()
    {
        await using var app = await SamlApp.StartAsync();

        var begun = Assert.IsType<CreateSamlLoginRequestResult.Ok>(await app.Recipe.CreateLoginRequestAsync("public", SamlCore.ClientId, SamlCore.CallbackPage, "https://api.example.com/acs"));
        var verified = Assert.IsType<VerifySamlResponseResult.Ok>(
            await app.Recipe.VerifySamlResponseAsync("public", SamlCore.InBase64(SamlCore.GoodResponse), SamlCore.RelayStateOf(new Uri(begun.RedirectUri))));
        var code = new Uri(verified.RedirectUri).Query["?code=".Length..];
        var user = Assert.IsType<GetSamlUserInfoResult.Ok>(await app.Recipe.GetUserInfoAsync("public", code, SamlCore.ClientId));
        Assert.Equal(("ann", "ann@acme.example"), (user.Sub, user.Email));
        Assert.Equal("x", (string?)user.Claims["only-the-idp-knows"]![0]);
        Assert.DoesNotContain(code, $"{verified} {begun} {user}", StringComparison.Ordinal);

        Assert.IsType<GetSamlUserInfoResult.InvalidToken>(await app.Recipe.GetUserInfoAsync("public", code, SamlCore.ClientId));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task With_an_older_core_every_function_fails_and_says_which_one_is_needed(string route)
    {
        // It answers 404 to all of them.
        await using var app = await TestApp.StartAsync(new StubCore(), builder => builder.AddSaml());

        var failure = await Assert.ThrowsAsync<CoreException>(() => Calls[route](RecipeOf(app)));

        Assert.Equal(404, failure.StatusCode);
        Assert.Contains("11.3", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Without_the_licence_every_function_fails_and_says_so(string route)
    {
        var core = new StubCore().Answer(route, HttpStatusCode.PaymentRequired, SamlCore.Refused, "text/html");
        await using var app = await TestApp.StartAsync(core, builder => builder.AddSaml());

        var failure = await Assert.ThrowsAsync<CoreException>(() => Calls[route](RecipeOf(app)));

        Assert.Equal(402, failure.StatusCode);
        Assert.Contains("licence", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task An_answer_that_makes_no_sense_fails_every_function(string route)
    {
        foreach (var answer in (string[])["{}", "[]", "null", """{"status":"OK"}""", """{"status":"NEW"}""", """{"status":"OK","clients":[null],"didExist":1,"claims":[]}""", """{"status":"OK","clients":[{}],"clientId":"x","redirectURIs":[null]}"""])
        {
            await using var app = await TestApp.StartAsync(new StubCore().Answer(route, answer), builder => builder.AddSaml());
            await Assert.ThrowsAsync<CoreException>(() => Calls[route](RecipeOf(app)));
        }
    }

    private static ISamlRecipe RecipeOf(TestApp app) => app.Services.GetRequiredService<ISamlRecipe>();
}
