using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Testing;
using SuperTokens.Testing.LocalProvider;

namespace SuperTokens.Backend.Tests.ThirdParty;

public sealed class SignInUpTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task People_sign_up_and_later_in_with_their_account_at_the_provider(bool useRsa)
    {
        await using var app = await ThirdPartyApp.StartAsync(useRsa: useRsa);

        var signedUp = await app.SignedInAsync();
        var signedIn = await app.SignedInAsync();

        Assert.True((bool)signedUp["createdNewRecipeUser"]!);
        Assert.False((bool)signedIn["createdNewRecipeUser"]!);
        Assert.Equal((string?)signedUp["user"]!["id"], (string?)signedIn["user"]!["id"]);
        var method = signedIn["user"]!["loginMethods"]![0]!;
        Assert.Equal("""{"id":"local","userId":"user-1"}""", method["thirdParty"]!.ToJsonString());
        Assert.Equal("ann@provider.example", (string?)method["email"]);
        Assert.True((bool)method["verified"]!);
    }

    [Fact]
    public async Task The_answer_holds_the_user_and_nothing_of_the_provider_s()
    {
        await using var app = await ThirdPartyApp.StartAsync();

        using var answer = await app.SignInUpAsync();

        var body = await ThirdPartyApp.ReadAsync(answer);
        Assert.Equal(["status", "user", "createdNewRecipeUser"], body.AsObject().Select(property => property.Key));
        var text = body.ToJsonString();
        Assert.DoesNotContain("only-the-provider-knows", text, StringComparison.Ordinal);
        Assert.DoesNotContain("at-", text, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("st-access-token"));
    }

    [Fact]
    public async Task Codes_tokens_and_secrets_are_never_logged()
    {
        await using var app = await ThirdPartyApp.StartAsync(provider => provider.ForcePkce = true);

        var body = await app.ComeBackAsync();
        using var answer = await app.PostAsync(body);
        await ThirdPartyApp.ReadAsync(answer);

        var info = body["redirectURIInfo"]!;
        string[] secrets = [(string)info["redirectURIQueryParams"]!["code"]!, (string)info["pkceCodeVerifier"]!, OpenIdProvider.ClientSecret, "Bearer at-", "eyJ", "ann@provider.example", "only-the-provider-knows"];
        Assert.All(app.App.Log.Lines.Where(line => !line.Contains(" Microsoft.AspNetCore.", StringComparison.Ordinal)), line => Assert.DoesNotContain(secrets, line.Contains));
    }

    [Fact]
    public async Task The_address_people_are_sent_to_has_no_state_which_is_the_frontend_s()
    {
        await using var app = await ThirdPartyApp.StartAsync();

        var answer = await app.GetAuthorisationUrlAsync();

        var query = HttpUtility.ParseQueryString(new Uri((string)answer["urlWithQueryParams"]!).Query);
        Assert.Equal("client_id redirect_uri response_type scope", string.Join(' ', query.AllKeys));
        Assert.Equal("openid email", query["scope"]);
        Assert.Equal(ThirdPartyApp.CallbackPage, query["redirect_uri"]);
        Assert.Equal(["status", "urlWithQueryParams"], answer.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task PKCE_is_used_where_it_is_forced_or_the_provider_says_that_it_knows_it()
    {
        await using var forced = await ThirdPartyApp.StartAsync(provider => provider.ForcePkce = true);
        await using var known = await ThirdPartyApp.StartAsync();
        known.Provider.SaysS256 = true;
        await using var withoutSecret = await ThirdPartyApp.StartAsync(provider =>
        {
            provider.ClientId = OpenIdProvider.PublicClientId;
            provider.ClientSecret = null;
            provider.ForcePkce = true;
        });

        foreach (var app in (ThirdPartyApp[])[forced, known, withoutSecret])
        {
            var redirect = await app.GetAuthorisationUrlAsync();
            Assert.Equal(64, ((string)redirect["pkceCodeVerifier"]!).Length);
            Assert.Equal("S256", HttpUtility.ParseQueryString(new Uri((string)redirect["urlWithQueryParams"]!).Query)["code_challenge_method"]);
            Assert.NotEqual((string?)redirect["pkceCodeVerifier"], (string?)(await app.GetAuthorisationUrlAsync())["pkceCodeVerifier"]);
            await app.SignedInAsync();
        }
    }

    [Fact]
    public async Task A_code_with_another_verifier_signs_nobody_in()
    {
        await using var app = await ThirdPartyApp.StartAsync(provider => provider.ForcePkce = true);
        var body = await app.ComeBackAsync();
        body["redirectURIInfo"]!["pkceCodeVerifier"] = new string('a', 64);

        using var answer = await app.PostAsync(body);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        var body = await app.ComeBackAsync();

        using var first = await app.PostAsync(body);
        using var second = await app.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, second.StatusCode);
        Assert.DoesNotContain(second.Headers, header => header.Key.StartsWith("st-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Older_frontends_get_the_user_in_the_shape_they_know()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        app.Client.DefaultRequestHeaders.Add("fdi-version", "1.17");

        var body = await app.SignedInAsync();

        Assert.True((bool)body["createdNewUser"]!);
        Assert.Equal("""{"id":"local","userId":"user-1"}""", body["user"]!["thirdParty"]!.ToJsonString());
        Assert.Null(body["user"]!["loginMethods"]);
    }

    [Fact]
    public async Task A_user_without_an_address_is_told_so()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        app.Provider.Users.Add(new ProviderUser("nobody", null));

        using var answer = await app.SignInUpAsync("nobody");

        Assert.Equal("""{"status":"NO_EMAIL_GIVEN_BY_PROVIDER"}""", (await ThirdPartyApp.ReadAsync(answer)).ToJsonString());
        Assert.False(answer.Headers.Contains("st-access-token"));
    }

    [Fact]
    public async Task A_user_without_an_address_gets_one_that_is_made_up_where_that_is_allowed()
    {
        await using var app = await ThirdPartyApp.StartAsync(provider => provider.RequireEmail = false);
        await using var own = await ThirdPartyApp.StartAsync(provider =>
        {
            provider.RequireEmail = false;
            provider.GenerateFakeEmail = (userId, tenantId, _) => new($"{userId}@{tenantId}.example");
        });
        app.Provider.Users.Add(new ProviderUser("nobody", null));
        own.Provider.Users.Add(new ProviderUser("nobody", null));

        Assert.Equal("nobody.local@stfakeemail.supertokens.com", (string?)(await app.SignedInAsync("nobody"))["user"]!["emails"]![0]);
        Assert.Equal("nobody@public.example", (string?)(await own.SignedInAsync("nobody"))["user"]!["emails"]![0]);
    }

    [Fact]
    public async Task An_address_the_provider_does_not_know_to_be_verified_is_not_verified_here()
    {
        await using var app = await ThirdPartyApp.StartAsync(setUp: builder => builder.AddEmailVerification(options => options.Mode = EmailVerificationMode.Optional));
        app.Provider.Users.Add(new ProviderUser("bob", "bob@provider.example", IsVerified: false));

        Assert.False((bool)(await app.SignedInAsync("bob"))["user"]!["loginMethods"]![0]!["verified"]!);
    }

    [Fact]
    public async Task A_changed_address_at_the_provider_changes_here_too()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        var before = await app.SignedInAsync();
        app.Provider.Users[0] = new ProviderUser("user-1", "ann.new@provider.example");

        var after = await app.SignedInAsync();

        Assert.Equal((string?)before["user"]!["id"], (string?)after["user"]!["id"]);
        Assert.Equal("""["ann.new@provider.example"]""", after["user"]!["emails"]!.ToJsonString());
    }

    [Fact]
    public async Task An_app_that_has_tokens_already_signs_in_with_them()
    {
        await using var app = await ThirdPartyApp.StartAsync();

        using var answer = await app.PostTokensAsync(app.Provider.IssueTokens("user-1"));

        Assert.Equal("user-1", (string?)(await ThirdPartyApp.ReadAsync(answer))["user"]!["thirdParty"]![0]!["userId"]);
    }

    [Fact]
    public async Task An_access_token_alone_is_refused_since_another_app_may_have_got_it()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        var tokens = app.Provider.IssueTokens("user-1", "another-app");
        tokens.Remove("id_token");

        using var answer = await app.PostTokensAsync(tokens);

        var body = await ThirdPartyApp.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains("for which app", (string?)body["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.InternalServerError)]
    public async Task The_app_may_check_access_tokens_by_itself(bool isValid, HttpStatusCode status)
    {
        await using var app = await ThirdPartyApp.StartAsync(provider => provider.ValidateAccessToken = (_, config, _) => new(isValid && config.ClientId == OpenIdProvider.ClientId));
        var tokens = app.Provider.IssueTokens("user-1");
        tokens.Remove("id_token");

        using var answer = await app.PostTokensAsync(tokens);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_tokens_of_two_users_cannot_be_mixed()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        app.Provider.Users.Add(new ProviderUser("eve", "eve@provider.example"));
        var tokens = app.Provider.IssueTokens("eve");
        tokens["access_token"] = (string?)app.Provider.IssueTokens("user-1")["access_token"];

        using var answer = await app.PostTokensAsync(tokens);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.InternalServerError)]
    public async Task The_app_may_check_the_claims_of_ID_tokens_by_itself(bool isValid, HttpStatusCode status)
    {
        await using var app = await ThirdPartyApp.StartAsync(provider => provider.ValidateIdTokenPayload = (claims, _, _) => new(isValid && (string?)claims["sub"] == "user-1"));

        using var answer = await app.SignInUpAsync();

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"thirdPartyId":"local","redirectURIInfo":{"redirectURIOnProviderDashboard":"http://localhost:3000/x","redirectURIQueryParams":{"error":"access_denied"}}}""", "code")]
    [InlineData("""{"thirdPartyId":"local","redirectURIInfo":{"redirectURIOnProviderDashboard":"http://localhost:3000/x","redirectURIQueryParams":[]}}""", "redirectURIQueryParams")]
    [InlineData("""{"thirdPartyId":"local","redirectURIInfo":"x"}""", "redirectURIInfo")]
    [InlineData("""{"thirdPartyId":"local","oAuthTokens":"x"}""", "oAuthTokens")]
    [InlineData("""{"thirdPartyId":"local","clientType":"ios","oAuthTokens":{"id_token":"x"}}""", "clientType")]
    [InlineData("""{"thirdPartyId":"none","oAuthTokens":{"id_token":"x"}}""", "none could not be found")]
    public async Task A_malformed_request_is_a_400_that_says_what_is_wrong(string body, string expected)
    {
        await using var app = await ThirdPartyApp.StartAsync();

        using var answer = await app.PostAsync(JsonNode.Parse(body)!.AsObject());

        Assert.Contains(expected, (string?)(await ThirdPartyApp.ReadAsync(answer, HttpStatusCode.BadRequest))["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_recipe_there_are_no_endpoints()
    {
        await using var app = await TestApp.StartAsync(builder => builder.AddEmailPassword().UseTestCore());

        using var answer = await app.CreateClient().GetAsync("/auth/authorisationurl?thirdPartyId=google");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
