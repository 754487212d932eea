using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using static SuperTokens.Backend.RateLimiting.RateLimitApp;

namespace SuperTokens.Backend.RateLimiting;

public sealed class GuessingTests
{
    [Fact]
    public async Task A_password_guessed_from_many_addresses_is_slowed_down_and_the_core_is_not_asked_any_more()
    {
        await using var app = await StartAsync();
        await app.SignUpAsync(Home);
        for (var guess = 1; guess <= 10; guess++)
        {
            Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.GuessAsync($"198.51.100.{guess}")).Status);
        }

        app.CoreCalls.Clear();
        var limited = await app.GuessAsync("198.51.100.11");

        Assert.Equal(HttpStatusCode.OK, limited.Code);
        Assert.True(limited.IsLimited, limited.Text);
        Assert.Equal(TimeSpan.FromMinutes(3), limited.RetryAfter);
        Assert.Empty(app.CoreCalls.Calls);
    }

    [Fact]
    public async Task The_right_password_is_refused_like_a_wrong_one_where_the_account_was_never_signed_in_to()
    {
        await using var app = await StartAsync();
        await app.SignUpAsync(Home);
        await GuessAsync(app, 10);

        Assert.True((await app.SignInAsync(Elsewhere)).IsLimited);
    }

    [Fact]
    public async Task Strangers_do_not_lock_people_out_where_they_signed_in_or_up_before()
    {
        await using var app = await StartAsync();
        await app.SignUpAsync(Home);
        await GuessAsync(app, 20);

        Assert.Equal("OK", (await app.SignInAsync(Home)).Status);
        Assert.True((await app.GuessAsync(Elsewhere)).IsLimited, "The owner's sign-in must not give strangers new guesses");
    }

    [Fact]
    public async Task A_known_address_has_no_more_guesses_than_all_others_have_together()
    {
        await using var app = await StartAsync();
        await app.SignUpAsync(Home);
        for (var guess = 1; guess <= 10; guess++)
        {
            Assert.False((await app.GuessAsync(Home)).IsLimited);
        }

        Assert.True((await app.GuessAsync(Home)).IsLimited);
    }

    [Fact]
    public async Task A_new_password_from_a_mail_lets_its_owner_in_while_strangers_guess()
    {
        await using var app = await StartAsync();
        await app.SignUpAsync(Home);
        await GuessAsync(app, 20);
        await app.RequestResetAsync(Elsewhere);
        var body = new System.Text.Json.Nodes.JsonObject
        {
            ["method"] = "token",
            ["token"] = app.Mails.Token,
            ["formFields"] = new System.Text.Json.Nodes.JsonArray(EmailPasswordApp.Field("password", "An0therPassword")),
        };
        Assert.Equal("OK", (await app.PostAsync("/auth/user/password/reset", Elsewhere, body)).Status);

        Assert.Equal("OK", (await app.SignInAsync(Elsewhere, Email, "An0therPassword")).Status);
    }

    [Fact]
    public async Task An_account_is_the_same_however_its_address_is_written()
    {
        await using var app = await StartAsync();
        string[] spellings = ["ann@example.com", "ANN@example.com", " ann@example.com ", "Ann@Example.Com"];
        for (var guess = 0; guess < 10; guess++)
        {
            Assert.False((await app.GuessAsync($"198.51.100.{guess + 1}", spellings[guess % spellings.Length])).IsLimited);
        }

        Assert.True((await app.GuessAsync("198.51.100.200", spellings[1])).IsLimited);
    }

    [Fact]
    public async Task An_address_without_an_account_meets_the_same_limit_so_that_nobody_is_told_who_has_one()
    {
        await using var app = await StartAsync();
        await GuessAsync(app, 10);

        Assert.True((await app.GuessAsync(Elsewhere)).IsLimited);
    }

    [Fact]
    public async Task Guesses_at_the_same_time_count_before_they_are_answered()
    {
        await using var app = await StartAsync();
        await app.SignUpAsync(Home);
        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(guess => app.GuessAsync($"198.51.100.{guess}")));

        Assert.Equal(30, answers.Count(answer => answer.IsLimited));
    }

    [Fact]
    public async Task One_address_cannot_try_many_accounts()
    {
        await using var app = await StartAsync();
        for (var account = 0; account < 50; account++)
        {
            Assert.False((await app.GuessAsync(Elsewhere, $"person{account}@example.com")).IsLimited);
        }

        Assert.True((await app.GuessAsync(Elsewhere, "person50@example.com")).IsLimited);
        Assert.False((await app.GuessAsync(Home, "person50@example.com")).IsLimited);
    }

    [Fact]
    public async Task People_who_sign_in_with_the_right_password_do_not_use_up_the_limit_of_their_office()
    {
        await using var app = await StartAsync(options => options.FailedAttemptsPerAddress.Permits = 3);
        await app.SignUpAsync(Home);
        for (var person = 0; person < 8; person++)
        {
            Assert.Equal("OK", (await app.SignInAsync(Home)).Status);
        }
    }

    [Fact]
    public async Task Room_comes_back_one_by_one()
    {
        await using var app = await StartAsync();
        await GuessAsync(app, 10);
        Assert.True((await app.GuessAsync(Elsewhere)).IsLimited);

        app.App.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.False((await app.GuessAsync(Elsewhere)).IsLimited);
        Assert.True((await app.GuessAsync(Elsewhere)).IsLimited);

        app.App.Time.Advance(TimeSpan.FromMinutes(30));
        await GuessAsync(app, 10);
        Assert.True((await app.GuessAsync(Elsewhere)).IsLimited);
    }

    [Fact]
    public async Task Attempts_while_the_core_is_down_do_not_count()
    {
        await using var app = await StartAsync();
        await app.SignUpAsync(Home);
        app.Core.IsDown = true;
        for (var attempt = 0; attempt < 12; attempt++)
        {
            Assert.Equal(HttpStatusCode.InternalServerError, (await app.SignInAsync(Elsewhere)).Code);
        }

        app.Core.IsDown = false;
        app.App.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("OK", (await app.SignInAsync(Elsewhere)).Status);
    }

    [Fact]
    public async Task An_override_that_is_added_by_the_app_stays_outside_and_runs()
    {
        await using var app = await StartAsync(setUp: builder => builder.Override<IEmailPasswordApi, KnowsBetter>());
        await GuessAsync(app, 10);

        Assert.Equal("Asked", (string)(await app.GuessAsync(Elsewhere)).Json["message"]!);
    }

    private static async Task GuessAsync(RateLimitApp app, int times)
    {
        for (var guess = 1; guess <= times; guess++)
        {
            await app.GuessAsync($"192.0.2.{guess}");
        }
    }

    private sealed class KnowsBetter(IEmailPasswordApi inner) : DelegatingEmailPasswordApi(inner)
    {
        public override async Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, Hosting.ApiContext context, CancellationToken cancellationToken = default)
            => await base.SignInAsync(input, context, cancellationToken) is SignInApiResult.GeneralError ? new SignInApiResult.GeneralError("Asked") : new SignInApiResult.WrongCredentials();
    }
}
