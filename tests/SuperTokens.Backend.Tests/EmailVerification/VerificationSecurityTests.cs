using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using static SuperTokens.Backend.Recipes.EmailVerification.VerificationApp;

namespace SuperTokens.Backend.Recipes.EmailVerification;

public sealed class VerificationSecurityTests
{
    [Fact]
    public async Task Without_a_session_no_mail_is_sent_and_nothing_is_told()
    {
        await using var app = await StartAsync();
        await app.SignUpAsync("ann@example.com");
        app.CoreCalls.Clear();

        foreach (var answer in new[] { await SendMailAsync(app.Anonymous()), await IsVerifiedAsync(app.Anonymous()) })
        {
            Assert.Equal((401, """{"message":"unauthorised"}""", null), answer);
        }

        Assert.Empty(app.Mails.Verifications);
        Assert.Empty(app.CoreCalls.Calls);
    }

    [Fact]
    public async Task User_and_address_are_the_sessions_whatever_the_body_says()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        var bob = await app.SignUpAsync("bob@example.com");
        var body = new JsonObject { ["userId"] = (string)bob.Payload["sub"]!, ["recipeUserId"] = (string)bob.Payload["rsub"]!, ["email"] = "bob@example.com" };

        using var answer = await ann.PostAsync("/auth/user/email/verify/token", body);

        Assert.Equal("ann@example.com", Assert.Single(app.Mails.Verifications).To);
        await VerifyAsync(ann, app.Mails.VerificationToken);
        Assert.Equal("""{"status":"OK","isVerified":false}""", (await IsVerifiedAsync(bob)).Text);
    }

    [Fact]
    public async Task No_answer_and_no_log_line_holds_the_token_or_the_address()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        var answers = new List<string> { (await SendMailAsync(ann)).Text };
        var token = app.Mails.VerificationToken;
        answers.Add((await VerifyAsync(ann, token)).Text);
        answers.Add((await VerifyAsync(ann, token)).Text);
        answers.Add((await IsVerifiedAsync(ann)).Text);
        answers.Add((await SendMailAsync(ann)).Text);

        Assert.NotEmpty(app.App.Log.Lines);
        Assert.All(answers.Concat(app.App.Log.Lines), text =>
        {
            Assert.DoesNotContain(token, text, StringComparison.Ordinal);
            Assert.DoesNotContain("ann@example.com", text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_is_a_500_that_says_nothing_and_the_next_one_works()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        foreach (var failure in (Exception[])[new EmailDeliveryException("The mail server is down."), new FormatException("ann@example.com is odd"), new TaskCanceledException("The mail API was slow")])
        {
            app.Mails.Failure = failure;
            var answer = await SendMailAsync(ann);
            Assert.Equal(500, answer.Code);
            Assert.DoesNotContain("mail", answer.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(3, app.App.Log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal)));
        Assert.DoesNotContain(app.App.Log.Lines, line => line.Contains("ann@example.com", StringComparison.OrdinalIgnoreCase));

        app.Mails.Failure = null;
        Assert.Equal("OK", (await SendMailAsync(ann)).Status);
        Assert.Equal("OK", (await VerifyAsync(ann, app.Mails.VerificationToken)).Status);
    }

    [Fact]
    public async Task A_session_of_a_deleted_user_is_unauthorised()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await app.App.Services.GetRequiredService<IUserDirectory>().DeleteUserAsync((string)ann.Payload["sub"]!);

        var asking = ann.Copy();
        Assert.Equal((401, """{"message":"unauthorised"}""", null), await IsVerifiedAsync(asking));
        Assert.Null(asking.AccessToken);
        Assert.Equal((401, """{"message":"unauthorised"}""", null), await SendMailAsync(ann.Copy()));
        Assert.Empty(app.Mails.Verifications);

        app.App.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(401, (await MeAsync(ann.Copy())).Code);
    }

    [Theory]
    [InlineData("{}", "Please provide the email verification token")]
    [InlineData("""{"token":null}""", "Please provide the email verification token")]
    [InlineData("""{"token":3}""", "The email verification token must be a string")]
    [InlineData("""{"token":["x"]}""", "The email verification token must be a string")]
    public async Task A_malformed_token_is_a_400_with_the_recorded_text(string body, string message)
    {
        await using var app = await StartAsync();
        var answer = await app.Passwords.PostTextAsync("/auth/user/email/verify", body);
        Assert.Equal(400, (int)answer.Code);
        Assert.Equal(message, answer.Message);
        Assert.Empty(app.CoreCalls.Calls);
    }

    [Fact]
    public async Task A_token_of_one_tenant_is_of_no_use_in_another()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await SendMailAsync(ann);
        var elsewhere = await app.Passwords.PostAsync("/auth/elsewhere/user/email/verify", new JsonObject { ["method"] = "token", ["token"] = app.Mails.VerificationToken });
        Assert.Equal(500, (int)elsewhere.Code);
        Assert.Equal("""{"status":"OK","isVerified":false}""", (await IsVerifiedAsync(ann)).Text);
    }

    [Fact]
    public async Task An_anti_CSRF_check_holds_before_a_mail_is_sent()
    {
        await using var app = await StartAsync(setUp: builder => builder.AddSession(options => options.AntiCsrf = AntiCsrfMode.ViaToken));
        var ann = await app.SignUpAsync("ann@example.com");
        var forged = ann.Copy();
        forged.AntiCsrf = null;
        Assert.Equal(401, (await SendMailAsync(forged)).Code);
        Assert.Empty(app.Mails.Verifications);
        Assert.Equal("OK", (await SendMailAsync(ann)).Status);
    }
}
