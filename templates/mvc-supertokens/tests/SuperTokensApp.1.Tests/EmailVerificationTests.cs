using System.Net;
using SuperTokens.Backend.Delivery;

namespace SuperTokensApp._1.Tests;

public sealed class EmailVerificationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_session_is_for_people_whose_address_is_verified()
    {
        var person = await People.SignInAsync(app);

        Assert.NotNull(await person.WhoAmIAsync());
    }

#if (UseEmailPassword)
    [Fact]
    public async Task A_new_address_has_to_be_verified_first()
    {
        var person = new Frontend(app.CreateClient());
        await EmailPasswordTests.SignUpAsync(person, People.NewEmail());

        using var refused = await person.CallAsync(HttpMethod.Get, "/sessioninfo");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("st-ev", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

#endif
    /// <summary>Verifies the address of somebody who is signed in, unless signing in has done so.</summary>
    internal static async Task VerifyAsync(TestApp app, Frontend person, string email)
    {
        var asked = await person.AuthAsync("/user/email/verify/token");
        if (asked.GetProperty("status").GetString() == "EMAIL_ALREADY_VERIFIED_ERROR")
        {
            return;
        }

        var link = new Uri(app.Mails.Newest<VerifyEmailEmail>(email).Link);
        var verified = await person.AuthAsync("/user/email/verify", new { method = "token", token = Frontend.Query(link, "token") });
        Assert.Equal("OK", verified.GetProperty("status").GetString());
    }
}
