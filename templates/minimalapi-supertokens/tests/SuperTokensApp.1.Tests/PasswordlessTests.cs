using System.Text.Json;
using SuperTokens.Backend.Delivery;

namespace SuperTokensApp._1.Tests;

public sealed class PasswordlessTests(TestApp app) : IClassFixture<TestApp>
{
    private readonly string _email = People.NewEmail();
    private readonly Frontend _person = new(app.CreateClient());

    [Fact]
    public async Task The_code_of_a_mail_signs_up_and_then_in()
    {
        var signedUp = await SignInAsync(app, _person, _email);
        var signedIn = await SignInAsync(app, new Frontend(app.CreateClient()), _email);

        Assert.True(signedUp.GetProperty("createdNewRecipeUser").GetBoolean());
        Assert.False(signedIn.GetProperty("createdNewRecipeUser").GetBoolean());
    }

    [Fact]
    public async Task A_wrong_code_does_not_sign_in()
    {
        var attempt = await _person.AuthAsync("/signinup/code", new { email = _email });
        var right = app.Mails.Newest<PasswordlessLoginEmail>(_email).Code;

        var answer = await ConsumeAsync(_person, attempt, right == "123456" ? "654321" : "123456");

        Assert.Equal("INCORRECT_USER_INPUT_CODE_ERROR", answer.GetProperty("status").GetString());
        Assert.Null(_person.AccessToken);
    }

    internal static async Task<JsonElement> SignInAsync(TestApp app, Frontend person, string email)
    {
        var attempt = await person.AuthAsync("/signinup/code", new { email });
        var answer = await ConsumeAsync(person, attempt, app.Mails.Newest<PasswordlessLoginEmail>(email).Code);
        Assert.Equal("OK", answer.GetProperty("status").GetString());
        return answer;
    }

    private static Task<JsonElement> ConsumeAsync(Frontend person, JsonElement attempt, string? code)
        => person.AuthAsync("/signinup/code/consume", new
        {
            deviceId = attempt.GetProperty("deviceId").GetString(),
            preAuthSessionId = attempt.GetProperty("preAuthSessionId").GetString(),
            userInputCode = code,
        });
}
