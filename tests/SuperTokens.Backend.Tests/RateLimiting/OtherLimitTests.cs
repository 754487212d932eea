using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Diagnostics;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Passwordless;
using static SuperTokens.Backend.RateLimiting.RateLimitApp;

namespace SuperTokens.Backend.RateLimiting;

/// <summary>Sign-ups, messages, questions, refreshes, pages, and how a limited request is answered.</summary>
public sealed class OtherLimitTests
{
    private const string Refresh = "/auth/session/refresh";

    [Fact]
    public async Task Sign_ups_from_one_address_are_limited()
    {
        await using var app = await StartAsync();
        for (var person = 0; person < 20; person++)
        {
            Assert.Equal("OK", (await app.SignUpAsync(Home, $"person{person}@example.com")).Status);
        }

        Assert.True((await app.SignUpAsync(Home, "one-more@example.com")).IsLimited);
        Assert.Equal("OK", (await app.SignUpAsync(Elsewhere, "one-more@example.com")).Status);
    }

    [Fact]
    public async Task Mails_to_one_recipient_are_limited_whoever_asks_for_them()
    {
        await using var app = await StartAsync();
        await app.SignUpAsync(Home);
        for (var mail = 1; mail <= 6; mail++)
        {
            Assert.Equal("OK", (await app.RequestResetAsync($"198.51.100.{mail}")).Status);
        }

        Assert.True((await app.RequestResetAsync(Elsewhere)).IsLimited);
        Assert.Equal(6, app.Mails.All.Count);
    }

    [Fact]
    public async Task A_code_sent_again_counts_for_the_one_who_gets_it()
    {
        await using var app = await StartAsync();
        var begun = await app.PostAsync("/auth/signinup/code", Home, PasswordlessApp.ByPhone());
        var again = new JsonObject { ["deviceId"] = (string)begun.Json["deviceId"]!, ["preAuthSessionId"] = (string)begun.Json["preAuthSessionId"]! };
        for (var sms = 2; sms <= 6; sms++)
        {
            Assert.Equal("OK", (await app.PostAsync("/auth/signinup/code/resend", Home, again)).Status);
        }

        Assert.True((await app.PostAsync("/auth/signinup/code/resend", Elsewhere, again)).IsLimited);
        Assert.True((await app.PostAsync("/auth/signinup/code", Elsewhere, PasswordlessApp.ByPhone())).IsLimited);
        Assert.False((await app.PostAsync("/auth/signinup/code", Elsewhere, PasswordlessApp.ByPhone("+14155550100"))).IsLimited);
    }

    [Fact]
    public async Task Messages_that_one_address_asks_for_are_limited()
    {
        await using var app = await StartAsync();
        for (var person = 0; person < 30; person++)
        {
            Assert.Equal("OK", (await app.PostAsync("/auth/signinup/code", Home, PasswordlessApp.ByEmail($"person{person}@example.com"))).Status);
        }

        Assert.True((await app.PostAsync("/auth/signinup/code", Home, PasswordlessApp.ByEmail("one-more@example.com"))).IsLimited);
    }

    [Theory]
    [InlineData("/auth/emailpassword/email/exists?email=ann%40example.com")]
    [InlineData("/auth/passwordless/email/exists?email=ann%40example.com")]
    [InlineData("/auth/passwordless/phonenumber/exists?phoneNumber=%2B14155558856")]
    public async Task Questions_who_has_an_account_are_limited(string path)
    {
        await using var app = await StartAsync(options => options.LookupsPerAddress.Permits = 2);
        Assert.Equal("OK", (await app.GetAsync(path, Home)).Status);
        Assert.Equal("OK", (await app.GetAsync(path, Home)).Status);
        Assert.True((await app.GetAsync(path, Home)).IsLimited);
    }

    [Fact]
    public async Task What_the_core_failed_to_do_does_not_count()
    {
        await using var app = await StartAsync(options => options.SignUpsPerAddress.Permits = options.MessagesPerRecipient.Permits = options.LookupsPerAddress.Permits = 1);
        const string question = "/auth/emailpassword/email/exists?email=ann%40example.com";
        app.Core.IsDown = true;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(HttpStatusCode.InternalServerError, (await app.SignUpAsync(Home)).Code);
            Assert.Equal(HttpStatusCode.InternalServerError, (await app.RequestResetAsync(Home)).Code);
            Assert.Equal(HttpStatusCode.InternalServerError, (await app.GetAsync(question, Home)).Code);
        }

        app.Core.IsDown = false;
        Assert.Equal("OK", (await app.SignUpAsync(Home)).Status);
        Assert.Equal("OK", (await app.RequestResetAsync(Home)).Status);
        Assert.Equal("OK", (await app.GetAsync(question, Home)).Status);
    }

    [Fact]
    public async Task Many_refreshes_of_real_sessions_behind_one_address_meet_no_limit()
    {
        await using var app = await StartAsync(options => options.FailedRefreshesPerAddress.Permits = 5);
        var token = (await app.SignUpAsync(Home)).RefreshToken;
        for (var refresh = 0; refresh < 20; refresh++)
        {
            token = (await app.PostAsync(Refresh, Home, refreshToken: token)).RefreshToken;
            Assert.NotNull(token);
        }
    }

    [Fact]
    public async Task A_limited_refresh_is_429_with_a_time_and_touches_no_token()
    {
        await using var app = await StartAsync(options => options.FailedRefreshesPerAddress.Permits = 2);
        var token = (await app.SignUpAsync(Home)).RefreshToken;
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.PostAsync(Refresh, Home, refreshToken: "made-up")).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.PostAsync(Refresh, Home, refreshToken: "made-up")).Code);

        var limited = await app.PostAsync(Refresh, Home, refreshToken: token);
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Code);
        Assert.Equal(TimeSpan.FromSeconds(30), limited.RetryAfter);
        Assert.Null(limited.RefreshToken);

        app.App.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(Refresh, Home, refreshToken: token)).Code);
    }

    [Fact]
    public async Task With_status_429_the_answer_has_the_message_and_a_time()
    {
        await using var app = await StartAsync(options =>
        {
            options.UseStatus429 = true;
            options.Message = "Slow down";
            options.SignUpsPerAddress.Permits = 1;
        });
        await app.SignUpAsync(Home);

        var limited = await app.SignUpAsync(Home, "bob@example.com");
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Code);
        Assert.Equal("""{"status":"GENERAL_ERROR","message":"Slow down"}""", limited.Text);
        Assert.Equal(TimeSpan.FromMinutes(10), limited.RetryAfter);
    }

    [Fact]
    public async Task A_page_that_calls_the_API_gets_the_message_and_meets_the_limit_of_the_frontends()
    {
        await using var app = await StartAsync(options => options.UseStatus429 = true, map: application => application.MapPost("/page", SignInOnPageAsync));
        for (var guess = 0; guess < 10; guess++)
        {
            await app.GuessAsync($"192.0.2.{guess + 1}");
        }

        Assert.Equal("\"Too many attempts. Please try again later.\"", (await app.PostAsync("/page", Elsewhere)).Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task Callers_whose_address_is_not_known_share_no_limit_and_operators_are_told_once(string? from)
    {
        await using var app = await StartAsync(options => options.SignUpsPerAddress.Permits = 1);
        for (var person = 0; person < 5; person++)
        {
            Assert.Equal("OK", (await app.SignUpAsync(from, $"person{person}@example.com")).Status);
        }

        Assert.Single(app.App.Log.Lines, line => line.Contains("app.UseForwardedHeaders before app.UseSuperTokens", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_IPv6_network_counts_as_one_address_and_an_IPv4_address_however_it_arrives()
    {
        await using var app = await StartAsync(options => options.SignUpsPerAddress.Permits = 1);
        Assert.Equal("OK", (await app.SignUpAsync("2001:db8:1:1::1", "a@example.com")).Status);
        Assert.True((await app.SignUpAsync("2001:db8:1:1:ffff::2", "b@example.com")).IsLimited);
        Assert.Equal("OK", (await app.SignUpAsync("2001:db8:1:2::1", "b@example.com")).Status);
        Assert.Equal("OK", (await app.SignUpAsync(Home, "c@example.com")).Status);
        Assert.True((await app.SignUpAsync("::ffff:" + Home, "d@example.com")).IsLimited);
    }

    [Fact]
    public async Task Without_the_switch_nothing_is_limited()
    {
        await using var app = await StartAsync(options =>
        {
            options.Enabled = false;
            options.SignUpsPerAddress.Permits = 1;
        });
        for (var person = 0; person < 3; person++)
        {
            Assert.Equal("OK", (await app.SignUpAsync(Home, $"person{person}@example.com")).Status);
        }
    }

    [Fact]
    public async Task The_log_names_the_limit_and_not_whom_it_met()
    {
        await using var app = await StartAsync(options => options.SignUpsPerAddress.Permits = 1);
        await app.SignUpAsync(Home);
        await app.SignUpAsync(Home, "bob@example.com");

        Assert.Contains(app.App.Log.Lines, line => line.Contains("SuperTokens:RateLimiting:SignUpsPerAddress; there is room again in 600 s", StringComparison.Ordinal));
        Assert.DoesNotContain(app.App.Log.Lines, line => line.Contains("bob@", StringComparison.Ordinal) || line.Contains(Home, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_is_an_audit_event_with_the_limit()
    {
        var sink = new KeptEvents();
        await using (var app = await StartAsync(options => options.SignUpsPerAddress.Permits = 1, builder => builder.Services.AddSingleton<IAuditSink>(sink)))
        {
            await app.SignUpAsync(Home);
            await app.SignUpAsync(Home, "bob@example.com");
            await app.App.StopAsync();
        }

        Assert.Equal("SignUpsPerAddress", Assert.Single(sink.Events.OfType<AuditEvent.RateLimited>()).Limit);
    }

    private static async Task<string> SignInOnPageAsync(HttpContext context, ApiContextFactory contexts, IEmailPasswordApi api)
    {
        var page = await contexts.CreateAsync(context);
        var input = new EmailPasswordAuthInput { Email = Email, Password = Password, FormFields = [], TenantId = page!.TenantId };
        return await api.SignInAsync(input, page) is SignInApiResult.GeneralError error ? $"\"{error.Message}\"" : "{}";
    }
}
