using System.Net;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Backend.Users;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing;
using SuperTokens.Testing.LocalProvider;

namespace SuperTokens.Backend.Tests.ThirdParty;

/// <summary>A provider that is broken or malicious signs nobody in, and nothing of what it says gets out.</summary>
public sealed class HostileProviderTests
{
    private static readonly ProviderFault[] FaultyTokens =
    [
        ProviderFault.WrongSignature, ProviderFault.UnknownKey, ProviderFault.WrongAudience, ProviderFault.OtherParty, ProviderFault.WrongIssuer, ProviderFault.Expired,
        ProviderFault.NoExpiry, ProviderFault.NotYetValid, ProviderFault.NoSignature, ProviderFault.HmacWithPublicKey, ProviderFault.TruncatedToken, ProviderFault.OtherKind, ProviderFault.OtherUser,
    ];

    private static readonly ProviderFault[] FaultyAnswers =
    [
        ProviderFault.Down, ProviderFault.ServerError, ProviderFault.Redirect, ProviderFault.Huge, ProviderFault.TruncatedJson, ProviderFault.JsonList, ProviderFault.Empty,
    ];

    public static TheoryData<ProviderFault, bool> TokenFaults
    {
        get
        {
            var cases = new TheoryData<ProviderFault, bool>();
            Array.ForEach(FaultyTokens, fault => cases.Add(fault, false));
            Array.ForEach([ProviderFault.WrongSignature, ProviderFault.HmacWithPublicKey, ProviderFault.NoSignature], fault => cases.Add(fault, true));
            return cases;
        }
    }

    public static TheoryData<ProviderFault, string> AnswerFaults
    {
        get
        {
            var cases = new TheoryData<ProviderFault, string>();
            foreach (var fault in FaultyAnswers)
            {
                foreach (var path in (string[])[OpenIdProvider.DiscoveryPath, "/token", "/jwks", "/userinfo"])
                {
                    // A user-info endpoint that says nothing contradicts nothing: the ID token is what counts.
                    if ((fault, path) != (ProviderFault.Empty, "/userinfo"))
                    {
                        cases.Add(fault, path);
                    }
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(TokenFaults))]
    public async Task An_ID_token_that_cannot_be_trusted_signs_nobody_in(ProviderFault fault, bool useRsa)
    {
        await using var app = await ThirdPartyApp.StartAsync(useRsa: useRsa);
        var body = await app.ComeBackAsync();
        app.Provider.Fault = fault;

        using var answer = await app.PostAsync(body);
        await AssertNobodyIsSignedInAsync(app, answer);

        using var direct = await app.PostTokensAsync(app.Provider.IssueTokens("user-1"));
        await AssertNobodyIsSignedInAsync(app, direct);
    }

    [Theory]
    [MemberData(nameof(AnswerFaults))]
    public async Task An_answer_that_makes_no_sense_signs_nobody_in(ProviderFault fault, string path)
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await using var elsewhere = await OpenIdProvider.StartAsync();
        app.Provider.Elsewhere = elsewhere.Address + path;
        var body = await app.ComeBackAsync();
        app.Provider.FaultyPath = path;
        app.Provider.Fault = fault;

        // The discovery document is at hand already: it must be asked for again.
        await using var fresh = path == OpenIdProvider.DiscoveryPath ? await StartOnAsync(app.Provider) : null;
        using var answer = await (fresh?.CreateClient() ?? app.Client).PostAsync("/auth/signinup", new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));

        await AssertNobodyIsSignedInAsync(app, answer, fresh);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/jwks")]
    [InlineData("/userinfo")]
    public async Task A_provider_that_does_not_answer_is_given_up(string path)
    {
        await using var app = await ThirdPartyApp.StartAsync();
        var body = await app.ComeBackAsync();
        app.Provider.FaultyPath = path;
        app.Provider.Fault = ProviderFault.Slow;

        var answering = app.PostAsync(body);
        await app.Provider.Hangs.WaitAsync(TimeSpan.FromSeconds(30));
        app.App.Time.Advance(TimeSpan.FromSeconds(11));
        using var answer = await answering;

        await AssertNobodyIsSignedInAsync(app, answer);
    }

    [Fact]
    public async Task A_key_the_provider_has_rotated_to_is_found()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await app.SignedInAsync();
        var before = app.Provider.Requests.Count(request => request == "GET /jwks");
        app.Provider.RotateKey();
        app.App.Time.Advance(TimeSpan.FromMinutes(1));

        await app.SignedInAsync();
        await app.SignedInAsync();

        Assert.Equal(before + 1, app.Provider.Requests.Count(request => request == "GET /jwks"));
    }

    [Fact]
    public async Task Made_up_key_ids_do_not_make_the_app_ask_for_keys_again_and_again()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await app.SignedInAsync();
        app.App.Time.Advance(TimeSpan.FromMinutes(1));
        app.Provider.Fault = ProviderFault.UnknownKey;

        for (var i = 0; i < 5; i++)
        {
            using var answer = await app.PostTokensAsync(app.Provider.IssueTokens("user-1"));
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        }

        Assert.Equal(2, app.Provider.Requests.Count(request => request == "GET /jwks"));
    }

    [Fact]
    public async Task Discovery_and_keys_are_asked_for_once_an_hour()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await app.SignedInAsync();
        await app.SignedInAsync();
        Assert.Equal(1, app.Provider.Requests.Count(request => request == "GET " + OpenIdProvider.DiscoveryPath));
        Assert.Equal(1, app.Provider.Requests.Count(request => request == "GET /jwks"));

        app.App.Time.Advance(TimeSpan.FromMinutes(61));
        await app.SignedInAsync();

        Assert.Equal(2, app.Provider.Requests.Count(request => request == "GET " + OpenIdProvider.DiscoveryPath));
        Assert.Equal(2, app.Provider.Requests.Count(request => request == "GET /jwks"));
    }

    [Fact]
    public async Task Documents_at_hand_serve_on_for_a_day_while_the_provider_s_are_gone()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await app.SignedInAsync();
        app.Provider.FaultyPath = "/jwks";
        app.Provider.Fault = ProviderFault.ServerError;

        app.App.Time.Advance(TimeSpan.FromHours(20));
        await app.SignedInAsync();

        app.App.Time.Advance(TimeSpan.FromHours(20));
        using var answer = await app.SignInUpAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://provider.example/.well-known/openid-configuration")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("https://user:password@provider.example/")]
    public async Task An_unprotected_line_to_a_provider_is_refused_at_start(string address)
    {
        var exception = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => ThirdPartyApp.StartAsync(provider => provider.OidcDiscoveryEndpoint = address));

        Assert.Contains("SuperTokens:ThirdParty:Providers:local:OidcDiscoveryEndpoint", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_discovery_document_from_elsewhere_cannot_point_at_this_machine()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse("""{"issuer":"https://p.example","token_endpoint":"http://127.0.0.1:5000/token","jwks_uri":"http://localhost/","userinfo_endpoint":"http://p.example/u","authorization_endpoint":"https://p.example/a"}""")!;

        var document = DiscoveryDocument.Read("p", json, new Uri("https://p.example/.well-known/openid-configuration"));

        Assert.Null(document.TokenEndpoint);
        Assert.Null(document.JwksUri);
        Assert.Null(document.UserInfoEndpoint);
        Assert.Equal("https://p.example/a", document.AuthorizationEndpoint);
    }

    private static Task<TestApp> StartOnAsync(OpenIdProvider provider)
        => TestApp.StartAsync(builder => builder.AddThirdParty(options => options.Providers[ThirdPartyApp.ProviderId] = ThirdPartyApp.Local(provider)).UseTestCore());

    private static async Task AssertNobodyIsSignedInAsync(ThirdPartyApp app, HttpResponseMessage answer, TestApp? other = null)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.InternalServerError, $"{answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("provider", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(answer.Headers, header => header.Key.ToLowerInvariant() is "set-cookie" or "st-access-token" or "st-refresh-token" or "front-token");
        var running = other ?? app.App;
        Assert.Equal(0, await running.Services.GetRequiredService<IUserDirectory>().CountUsersAsync());
        string[] secrets = ["internals of the provider", OpenIdProvider.ClientSecret, "Bearer at-", "eyJ", "ann@provider.example"];
        Assert.All(running.Log.Lines.Where(line => !line.Contains(" Microsoft.AspNetCore.", StringComparison.Ordinal)), line => Assert.DoesNotContain(secrets, line.Contains));
    }
}
