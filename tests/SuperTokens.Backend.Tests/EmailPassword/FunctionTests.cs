using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class FunctionTests
{
    [Fact]
    public async Task Sign_up_sign_in_and_check_of_credentials_begin_no_session()
    {
        await using var app = await EmailPasswordApp.StartAsync();

        var created = Assert.IsType<SignUpResult.Ok>(await app.Recipe.SignUpAsync("public", "ann@example.com", "Str0ngPassw0rd"));
        Assert.IsType<SignUpResult.EmailAlreadyExists>(await app.Recipe.SignUpAsync("public", "ann@example.com", "Str0ngPassw0rd"));
        var signedIn = Assert.IsType<SignInResult.Ok>(await app.Recipe.SignInAsync("public", "ann@example.com", "Str0ngPassw0rd"));
        Assert.IsType<SignInResult.WrongCredentials>(await app.Recipe.SignInAsync("public", "ann@example.com", "wrong"));
        Assert.IsType<VerifyCredentialsResult.Ok>(await app.Recipe.VerifyCredentialsAsync("public", "ann@example.com", "Str0ngPassw0rd"));
        Assert.IsType<VerifyCredentialsResult.WrongCredentials>(await app.Recipe.VerifyCredentialsAsync("public", "nobody@example.com", "Str0ngPassw0rd"));

        Assert.Equal(created.RecipeUserId, signedIn.RecipeUserId);
        Assert.Equal(created.User.Id, created.RecipeUserId.Value);
        Assert.DoesNotContain(app.CoreCalls.Calls, call => call.Contains("/recipe/session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Address_and_password_can_be_changed()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var ann = Assert.IsType<SignUpResult.Ok>(await app.Recipe.SignUpAsync("public", "ann@example.com", "Str0ngPassw0rd")).RecipeUserId;
        await app.Recipe.SignUpAsync("public", "bob@example.com", "Str0ngPassw0rd");

        Assert.IsType<UpdateEmailOrPasswordResult.Ok>(await UpdateAsync(new(ann) { Email = "ann2@example.com" }));
        Assert.IsType<UpdateEmailOrPasswordResult.EmailAlreadyExists>(await UpdateAsync(new(ann) { Email = "bob@example.com" }));
        Assert.IsType<UpdateEmailOrPasswordResult.UnknownUserId>(await UpdateAsync(new(new RecipeUserId("unknown")) { Email = "zoe@example.com" }));
        var violated = Assert.IsType<UpdateEmailOrPasswordResult.PasswordPolicyViolated>(await UpdateAsync(new(ann) { Password = "short" }));
        Assert.Equal("Password must contain at least 8 characters, including a number", violated.FailureReason);
        Assert.IsType<UpdateEmailOrPasswordResult.Ok>(await UpdateAsync(new(ann) { Password = "short", ApplyPasswordPolicy = false }));

        Assert.Equal("OK", (await app.SignInAsync("ann2@example.com", "short")).Status);

        Task<UpdateEmailOrPasswordResult> UpdateAsync(UpdateEmailOrPasswordInput input) => app.Recipe.UpdateEmailOrPasswordAsync(input);
    }

    [Fact]
    public async Task Tokens_are_made_and_used_up()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var user = Assert.IsType<SignUpResult.Ok>(await app.Recipe.SignUpAsync("public", "ann@example.com", "Str0ngPassw0rd")).User.Id;

        var token = Assert.IsType<CreateResetPasswordTokenResult.Ok>(await app.Recipe.CreateResetPasswordTokenAsync("public", user, "ann@example.com"));
        Assert.IsType<CreateResetPasswordTokenResult.UnknownUserId>(await app.Recipe.CreateResetPasswordTokenAsync("public", "unknown", "ann@example.com"));
        Assert.Equal(new ConsumePasswordResetTokenResult.Ok(user, "ann@example.com"), await app.Recipe.ConsumePasswordResetTokenAsync("public", token.Token));
        Assert.IsType<ConsumePasswordResetTokenResult.InvalidToken>(await app.Recipe.ConsumePasswordResetTokenAsync("public", token.Token));
        Assert.DoesNotContain(token.Token, $"{token}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_form_fields_stop_the_application_from_starting()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(new StubCore(), builder => builder.AddEmailPassword(options =>
        {
            options.FormFields.Add(new FormField());
            options.FormFields.Add(new FormField { Id = "name" });
            options.FormFields.Add(new FormField { Id = "name" });
            options.FormFields.Add(new FormField { Id = "email", Optional = true });
            options.PasswordResetTokenLifetime = TimeSpan.Zero;
        })));
        Assert.Contains("without an Id", exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"name\" more than once", exception.Message, StringComparison.Ordinal);
        Assert.Contains("makes \"email\" optional", exception.Message, StringComparison.Ordinal);
        Assert.Contains("PasswordResetTokenLifetime is 00:00:00", exception.Message, StringComparison.Ordinal);
    }
}
