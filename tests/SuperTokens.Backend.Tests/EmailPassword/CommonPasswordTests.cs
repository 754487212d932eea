using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class CommonPasswordTests
{
    private const string Refusal = "This password is one of the most common ones. Please choose another one";

    [Theory]
    [InlineData("password1")]
    [InlineData("PassWord1")]
    [InlineData("Dragon1987")]
    [InlineData("iloveyou2!")]
    [InlineData("Sunshine#1")]
    [InlineData("trustno1")]
    public async Task A_common_password_is_a_field_error_at_sign_up(string password)
    {
        await using var app = await StartAsync();
        var answer = await app.SignUpAsync("ann@example.com", password);

        Assert.Equal("FIELD_ERROR", answer.Status);
        Assert.Equal(Refusal, answer.FieldError("password"));
    }

    [Theory]
    [InlineData(EmailPasswordApp.Password)]
    [InlineData("dragon84619275")]
    [InlineData("1987dragonfly-over-hills")]
    [InlineData("correct-horse-9")]
    public async Task Other_passwords_pass(string password)
    {
        await using var app = await StartAsync();
        Assert.Equal("OK", (await app.SignUpAsync("ann@example.com", password)).Status);
    }

    [Fact]
    public async Task The_standard_rule_is_asked_first()
    {
        await using var app = await StartAsync();
        Assert.Equal("Password must contain at least one number", (await app.SignUpAsync("ann@example.com", "password")).FieldError("password"));
    }

    [Fact]
    public async Task A_common_password_of_before_still_signs_in_and_is_refused_as_a_new_one()
    {
        await using var app = await StartAsync();
        await app.Recipe.SignUpAsync("public", "ann@example.com", "password1");
        Assert.Equal("OK", (await app.SignInAsync("ann@example.com", "password1")).Status);

        await app.RequestResetAsync("ann@example.com");
        Assert.Equal(Refusal, (await app.ResetAsync(app.Mails.Token, "password1")).FieldError("password"));
    }

    [Fact]
    public async Task An_app_with_a_rule_of_its_own_keeps_both()
    {
        await using var app = await StartAsync(options => options.FormFields.Add(new FormField
        {
            Id = FormField.PasswordId,
            Validate = (value, _, _) => ValueTask.FromResult(value.Text!.Length < 4 ? "Too short" : null),
        }));
        Assert.Equal("Too short", (await app.SignUpAsync("ann@example.com", "abc")).FieldError("password"));
        Assert.Equal(Refusal, (await app.SignUpAsync("ann@example.com", "qwerty")).FieldError("password"));
        Assert.Equal("OK", (await app.SignUpAsync("ann@example.com", "zx9q")).Status);
    }

    [Fact]
    public async Task Without_the_option_they_pass_as_with_the_other_SDKs()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        Assert.Equal("OK", (await app.SignUpAsync("ann@example.com", "password1")).Status);
    }

    private static Task<EmailPasswordApp> StartAsync(Action<EmailPasswordOptions>? configure = null)
        => EmailPasswordApp.StartAsync(builder => builder.AddEmailPassword(options =>
        {
            options.RejectCommonPasswords = true;
            configure?.Invoke(options);
        }));
}
