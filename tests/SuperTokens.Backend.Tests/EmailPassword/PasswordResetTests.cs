using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;

namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class PasswordResetTests
{
    [Fact]
    public async Task Password_is_changed_with_the_mails_token_once()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");

        Assert.Equal("""{"status":"OK"}""", (await app.RequestResetAsync(" ANN@example.com ")).Text);
        var mail = Assert.Single(app.Mails.All);
        Assert.StartsWith("http://localhost:3000/auth/reset-password?token=", mail.Link, StringComparison.Ordinal);
        Assert.EndsWith("&tenantId=public", mail.Link, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(1), mail.LinkLifetime);

        Assert.Equal("""{"status":"OK"}""", (await app.ResetAsync(app.Mails.Token, "N3wPassw0rd")).Text);

        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.SignInAsync("ann@example.com")).Status);
        Assert.Equal("OK", (await app.SignInAsync("ann@example.com", "N3wPassw0rd")).Status);
        Assert.Equal("RESET_PASSWORD_INVALID_TOKEN_ERROR", (await app.ResetAsync(app.Mails.Token, "N3wPassw0rd2")).Status);
    }

    [Fact]
    public async Task Reset_request_answers_alike_for_a_known_and_an_unknown_address()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");
        var known = await app.RequestResetAsync("ann@example.com");
        var unknown = await app.RequestResetAsync("nobody@example.com");
        Assert.Equal(known, unknown);
        Assert.Equal("ann@example.com", Assert.Single(app.Mails.All).To);
    }

    [Fact]
    public async Task Reset_request_answers_alike_when_mails_cannot_be_sent_and_the_log_tells()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");
        foreach (var failure in (Exception[])[new EmailDeliveryException("The mail server is down."), new FormatException("ann@example.com is odd"), new TaskCanceledException("The mail API was slow")])
        {
            app.Mails.Failure = failure;
            Assert.Equal(await app.RequestResetAsync("nobody@example.com"), await app.RequestResetAsync("ann@example.com"));
        }

        Assert.Equal(3, app.App.Log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("could not be sent", StringComparison.Ordinal)));
        Assert.DoesNotContain(app.App.Log.Lines, line => line.Contains("ann@example.com", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_token_mailed_to_a_former_address_does_not_open_the_account()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");
        await app.RequestResetAsync("ann@example.com");
        var id = Assert.Single(app.Mails.All).RecipeUserId;
        await app.Recipe.UpdateEmailOrPasswordAsync(new UpdateEmailOrPasswordInput(id!.Value) { Email = "ann@new.example.com" });

        Assert.Equal("RESET_PASSWORD_INVALID_TOKEN_ERROR", (await app.ResetAsync(app.Mails.Token, "N3wPassw0rd")).Status);

        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.SignInAsync("ann@new.example.com", "N3wPassw0rd")).Status);
        Assert.Equal("OK", (await app.SignInAsync("ann@new.example.com")).Status);
    }

    [Fact]
    public async Task Nor_does_it_when_the_backend_resets_the_password_itself()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");
        await app.RequestResetAsync("ann@example.com");
        var id = Assert.Single(app.Mails.All).RecipeUserId;
        await app.Recipe.UpdateEmailOrPasswordAsync(new UpdateEmailOrPasswordInput(id!.Value) { Email = "ann@new.example.com" });

        var result = await app.App.Services.GetRequiredService<PasswordResets>().ResetAsync("public", app.Mails.Token, "N3wPassw0rd");

        Assert.IsType<ResetPasswordResult.InvalidToken>(result);
        Assert.Equal("OK", (await app.SignInAsync("ann@new.example.com")).Status);
    }

    [Fact]
    public async Task Weak_password_does_not_use_up_the_token()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");
        await app.RequestResetAsync("ann@example.com");

        var weak = await app.ResetAsync(app.Mails.Token, "weak");

        Assert.Equal("Password must contain at least 8 characters, including a number", weak.FieldError("password"));
        Assert.Equal("OK", (await app.ResetAsync(app.Mails.Token, "N3wPassw0rd")).Status);
    }

    [Fact]
    public async Task Token_ends_with_its_lifetime()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");
        await app.RequestResetAsync("ann@example.com");
        app.App.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("RESET_PASSWORD_INVALID_TOKEN_ERROR", (await app.ResetAsync(app.Mails.Token, "N3wPassw0rd")).Status);
    }

    [Fact]
    public async Task Token_of_a_deleted_user_is_invalid()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var user = (string)(await app.SignUpAsync("ann@example.com")).Json["user"]!["id"]!;
        await app.RequestResetAsync("ann@example.com");
        await app.App.Services.GetRequiredService<Users.IUserDirectory>().DeleteUserAsync(user);
        Assert.Equal("RESET_PASSWORD_INVALID_TOKEN_ERROR", (await app.ResetAsync(app.Mails.Token, "N3wPassw0rd")).Status);
    }

    [Fact]
    public async Task Malformed_resets_are_400_with_the_recorded_text()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var missing = await app.PostAsync("/auth/user/password/reset", new JsonObject { ["formFields"] = new JsonArray(EmailPasswordApp.Field("password", "N3wPassw0rd")) });
        var number = await app.ResetAsync(5, "N3wPassw0rd");
        var noForm = await app.PostAsync("/auth/user/password/reset/token", new JsonObject());
        var invalid = await app.RequestResetAsync("nope");

        Assert.Equal(HttpStatusCode.BadRequest, missing.Code);
        Assert.Equal("Please provide the password reset token", missing.Message);
        Assert.Equal("The password reset token must be a string", number.Message);
        Assert.Equal("Missing input param: formFields", noForm.Message);
        Assert.Equal("Email is invalid", invalid.FieldError("email"));
        Assert.Equal("RESET_PASSWORD_INVALID_TOKEN_ERROR", (await app.ResetAsync("bad-token", "N3wPassw0rd")).Status);
    }

    [Fact]
    public async Task Application_can_make_links_send_mails_and_reset()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var user = (string)(await app.SignUpAsync("ann@example.com")).Json["user"]!["id"]!;
        var resets = app.App.Services.GetRequiredService<PasswordResets>();

        var link = Assert.IsType<ResetPasswordLinkResult.Ok>(await resets.CreateLinkAsync("public", user, "ann@example.com"));
        Assert.StartsWith("http://localhost:3000/auth/reset-password?token=", link.Link, StringComparison.Ordinal);
        Assert.IsType<ResetPasswordLinkResult.UnknownUserId>(await resets.CreateLinkAsync("public", "unknown", "ann@example.com"));

        Assert.True(await resets.SendEmailAsync("public", user, "ann@example.com"));
        Assert.False(await resets.SendEmailAsync("public", user, "bob@example.com"));
        Assert.False(await resets.SendEmailAsync("public", "unknown", "ann@example.com"));
        Assert.Single(app.Mails.All);

        Assert.IsType<ResetPasswordResult.PasswordPolicyViolated>(await resets.ResetAsync("public", app.Mails.Token, "weak"));
        Assert.IsType<ResetPasswordResult.Ok>(await resets.ResetAsync("public", app.Mails.Token, "N3wPassw0rd"));
        Assert.IsType<ResetPasswordResult.InvalidToken>(await resets.ResetAsync("public", app.Mails.Token, "N3wPassw0rd"));
        Assert.Equal("OK", (await app.SignInAsync("ann@example.com", "N3wPassw0rd")).Status);
    }
}
