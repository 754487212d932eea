using System.Text.Json;

namespace SuperTokensApp._1.Tests;

public sealed class ThirdPartyTests(TestApp app) : IClassFixture<TestApp>
{
    private const string ComeBackTo = "DEVELOPMENT_WEBSITE_VALUEWEBSITE_BASE_PATH_PREFIX/callback/fake";

    private readonly Frontend _person = new(app.CreateClient());

    [Fact]
    public async Task People_are_sent_to_the_provider()
    {
        var answer = await _person.GetAsync(
            $"API_BASE_PATH_PREFIX/authorisationurl?thirdPartyId={FakeProvider.ProviderId}&redirectURIOnProviderDashboard={Uri.EscapeDataString(ComeBackTo)}");

        var address = new Uri(answer.GetProperty("urlWithQueryParams").GetString()!);
        Assert.Equal("provider.example.com", address.Host);
        Assert.Equal(ComeBackTo, Frontend.Query(address, "redirect_uri"));
    }

    [Fact]
    public async Task Coming_back_signs_up_and_then_in()
    {
        var email = People.NewEmail();

        var signedUp = await SignInAsync(_person, email);
        var signedIn = await SignInAsync(new Frontend(app.CreateClient()), email);

        Assert.True(signedUp.GetProperty("createdNewRecipeUser").GetBoolean());
        Assert.False(signedIn.GetProperty("createdNewRecipeUser").GetBoolean());
    }

    internal static async Task<JsonElement> SignInAsync(Frontend person, string email)
    {
        var answer = await person.AuthAsync("/signinup", new
        {
            thirdPartyId = FakeProvider.ProviderId,
            redirectURIInfo = new { redirectURIOnProviderDashboard = ComeBackTo, redirectURIQueryParams = new { code = email } },
        });
        Assert.Equal("OK", answer.GetProperty("status").GetString());
        return answer;
    }
}
