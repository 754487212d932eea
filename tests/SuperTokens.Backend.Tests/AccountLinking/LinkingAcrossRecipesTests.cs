using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Tests.ThirdParty;
using SuperTokens.Backend.Users;
using SuperTokens.Testing.LocalProvider;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Somebody signs up with an address, then somebody else: whose account is it? With every pair of ways to sign in, over HTTP.</summary>
public sealed class LinkingAcrossRecipesTests
{
    private const string Victim = "victim@example.com";
    private const string Code = "123456";
    private const string Password = "password";
    private const string Mail = "code";
    private const string Provider = "provider";
    private const string DoubtingProvider = "provider that does not vouch for the address";

    [Theory]
    [InlineData(Password, Mail)]
    [InlineData(Password, Provider)]
    [InlineData(Password, DoubtingProvider)]
    [InlineData(DoubtingProvider, Mail)]
    [InlineData(DoubtingProvider, Provider)]
    [InlineData(DoubtingProvider, Password)]
    public async Task Who_comes_second_never_falls_into_an_account_made_with_an_unverified_address(string attacker, string victim)
    {
        await using var app = await StartAsync(requireVerification: true);
        Assert.Equal("OK", await SignInAsync(app, attacker, "attacker"));

        var answer = await SignInAsync(app, victim, "victim");

        Assert.Contains(answer, (string[])["SIGN_UP_NOT_ALLOWED", "SIGN_IN_UP_NOT_ALLOWED"]);
        Assert.Equal([1], await LoginMethodsAsync(app));
    }

    [Theory]
    [InlineData(Mail, Password)]
    [InlineData(Mail, DoubtingProvider)]
    [InlineData(Provider, Password)]
    [InlineData(Provider, DoubtingProvider)]
    public async Task Who_does_not_prove_the_address_never_gets_into_its_owners_account(string victim, string attacker)
    {
        await using var app = await StartAsync(requireVerification: true);
        Assert.Equal("OK", await SignInAsync(app, victim, "victim"));

        var answer = await SignInAsync(app, attacker, "attacker");

        Assert.Contains(answer, (string[])["SIGN_UP_NOT_ALLOWED", "SIGN_IN_UP_NOT_ALLOWED"]);
        Assert.Equal([1], await LoginMethodsAsync(app));

        // Its owner comes and goes as before.
        Assert.Equal("OK", await SignInAsync(app, victim, "victim"));
    }

    [Theory]
    [InlineData(Mail, Provider)]
    [InlineData(Provider, Mail)]
    public async Task Who_proves_the_address_twice_has_one_account(string first, string second)
    {
        await using var app = await StartAsync(requireVerification: true);
        Assert.Equal("OK", await SignInAsync(app, first, "victim"));

        Assert.Equal("OK", await SignInAsync(app, second, "victim"));

        Assert.Equal([2], await LoginMethodsAsync(app));
    }

    [Theory]
    [InlineData(Password, Mail)]
    [InlineData(Password, DoubtingProvider)]
    [InlineData(DoubtingProvider, Password)]
    [InlineData(Mail, Password)]
    [InlineData(Provider, DoubtingProvider)]
    public async Task Without_the_need_to_verify_all_share_one_account_as_documented(string first, string second)
    {
        await using var app = await StartAsync(requireVerification: false);
        Assert.Equal("OK", await SignInAsync(app, first, "first"));

        Assert.Equal("OK", await SignInAsync(app, second, "second"));

        Assert.Equal([2], await LoginMethodsAsync(app));
    }

    [Fact]
    public async Task Different_ways_to_sign_up_at_once_make_one_user()
    {
        await using var app = await StartAsync(requireVerification: false);
        var comingBack = await app.ComeBackAsync("second");

        var password = app.Client.PostAsJsonAsync("/auth/signup", EmailPasswordApp.Form(Victim));
        var provider = app.PostAsync(comingBack);
        using var first = await password;
        using var second = await provider;

        // Whoever signs in next mends what was left apart when both were first.
        Assert.Equal("OK", await SignInAsync(app, DoubtingProvider, "second"));
        Assert.Equal("OK", await StatusAsync(app.Client.PostAsJsonAsync("/auth/signin", EmailPasswordApp.Form(Victim))));
        Assert.Equal([2], await LoginMethodsAsync(app));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_frontend_that_cannot_say_whether_to_link_signs_in_as_somebody_else_where_the_app_does_not_link(bool isPassword)
    {
        await using var app = await StartAsync(requireVerification: null);
        using var browser = app.App.CreateClient();
        browser.DefaultRequestHeaders.Add("fdi-version", "3.0");
        Assert.Equal("OK", await StatusAsync(browser.PostAsJsonAsync("/auth/signup", EmailPasswordApp.Form("first@example.com"))));

        var answer = await StatusAsync(isPassword
            ? browser.PostAsJsonAsync("/auth/signup", EmailPasswordApp.Form(Victim))
            : browser.PostAsJsonAsync("/auth/signinup", await app.ComeBackAsync("victim")));

        Assert.Equal("OK", answer);
        Assert.Equal([1], await LoginMethodsAsync(app));
    }

    private static async Task<ThirdPartyApp> StartAsync(bool? requireVerification)
    {
        var app = await ThirdPartyApp.StartAsync(setUp: builder =>
        {
            builder.AddEmailPassword();
            builder.AddPasswordless(options => options.GetCustomUserInputCode = (_, _) => new(Code));
            builder.AddEmailVerification(options => options.Mode = EmailVerificationMode.Optional);
            builder.AddAccountLinking(options =>
            {
                options.Automatic = requireVerification is not null;
                options.RequireVerification = requireVerification ?? true;
            });
            builder.Services.AddSingleton<IEmailSender>(new KeptMails());
        });
        app.Provider.Users.Clear();
        foreach (var name in (string[])["attacker", "victim", "first", "second"])
        {
            app.Provider.Users.Add(new ProviderUser(name, Victim));
        }

        return app;
    }

    private static async Task<string?> SignInAsync(ThirdPartyApp app, string way, string person)
    {
        switch (way)
        {
            case Password:
                return await StatusAsync(app.Client.PostAsJsonAsync("/auth/signup", EmailPasswordApp.Form(Victim)));
            case Mail:
                using (var begun = await app.Client.PostAsJsonAsync("/auth/signinup/code", new JsonObject { ["email"] = Victim }))
                {
                    var attempt = (await begun.Content.ReadFromJsonAsync<JsonNode>())!;
                    if ((string?)attempt["status"] != "OK")
                    {
                        return (string?)attempt["status"];
                    }

                    var use = new JsonObject { ["userInputCode"] = Code, ["deviceId"] = attempt["deviceId"]!.DeepClone(), ["preAuthSessionId"] = attempt["preAuthSessionId"]!.DeepClone() };
                    return await StatusAsync(app.Client.PostAsJsonAsync("/auth/signinup/code/consume", use));
                }

            default:
                app.Provider.ChangeClaims = claims => claims["email_verified"] = way == Provider;
                return await StatusAsync(app.SignInUpAsync(person));
        }
    }

    private static async Task<string?> StatusAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["status"];
    }

    /// <summary>How many login methods the users with the address have, one number a user.</summary>
    private static async Task<IEnumerable<int>> LoginMethodsAsync(ThirdPartyApp app)
    {
        var found = await app.App.Services.GetRequiredService<IUserDirectory>().ListUsersByAccountInfoAsync("public", new AccountInfo { Email = Victim });
        return found.Select(user => user.LoginMethods.Length);
    }
}
