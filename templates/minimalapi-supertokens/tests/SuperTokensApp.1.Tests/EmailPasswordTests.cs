using System.Net;
using System.Text.Json;
using SuperTokens.Backend.Delivery;

namespace SuperTokensApp._1.Tests;

public sealed class EmailPasswordTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Password = "Analytical-Engine-1";

    private readonly string _email = People.NewEmail();
    private readonly Frontend _person = new(app.CreateClient());

    [Fact]
    public async Task People_sign_up_and_sign_in()
    {
        var signedUp = await SignUpAsync(_person, _email);
        var signedIn = await PostFormAsync(_person, "/signin", _email, Password);

        Assert.Equal("OK", Status(signedIn));
        Assert.Equal(UserId(signedUp), UserId(signedIn));
    }

    [Fact]
    public async Task A_wrong_password_does_not_sign_in()
    {
        await SignUpAsync(new Frontend(app.CreateClient()), _email);

        var answer = await PostFormAsync(_person, "/signin", _email, "Difference-Engine-1");

        Assert.Equal("WRONG_CREDENTIALS_ERROR", Status(answer));
        Assert.Null(_person.AccessToken);
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_with_the_link_of_a_mail()
    {
        await SignUpAsync(_person, _email);
        await _person.AuthAsync("/user/password/reset/token", new { formFields = new[] { new { id = "email", value = _email } } });
        var link = new Uri(app.Mails.Newest<PasswordResetEmail>(_email).Link);

        var reset = await _person.AuthAsync("/user/password/reset", new
        {
            method = "token",
            token = Frontend.Query(link, "token"),
            formFields = new[] { new { id = "password", value = "Analytical-Engine-2" } },
        });

        Assert.Equal("OK", Status(reset));
        Assert.Equal("OK", Status(await PostFormAsync(_person, "/signin", _email, "Analytical-Engine-2")));
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_sign_somebody_in()
    {
        await SignUpAsync(new Frontend(app.CreateClient()), _email);

        // A form there can post this, as text that happens to be JSON.
        using var forged = new HttpRequestMessage(HttpMethod.Post, "API_BASE_PATH_PREFIX/signin");
        forged.Headers.Add("Origin", "https://another-site.example");
        forged.Content = new StringContent(JsonSerializer.Serialize(Form(_email, Password)));
        using var answer = await app.CreateClient().SendAsync(forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    internal static async Task<JsonElement> SignUpAsync(Frontend person, string email)
    {
        var answer = await PostFormAsync(person, "/signup", email, Password);
        Assert.Equal("OK", Status(answer));
        return answer;
    }

    private static Task<JsonElement> PostFormAsync(Frontend person, string path, string email, string password)
        => person.AuthAsync(path, Form(email, password));

    private static object Form(string email, string password)
        => new { formFields = new[] { new { id = "email", value = email }, new { id = "password", value = password } } };

    private static string? Status(JsonElement answer) => answer.GetProperty("status").GetString();

    private static string? UserId(JsonElement answer) => answer.GetProperty("user").GetProperty("id").GetString();
}
