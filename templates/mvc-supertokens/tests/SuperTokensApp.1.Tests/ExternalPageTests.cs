using System.Net;

namespace SuperTokensApp._1.Tests;

/// <summary>Sign-in with an account elsewhere, on pages.</summary>
public sealed class ExternalPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Begin = $"WEBSITE_BASE_PATH_PREFIX/external/{FakeProvider.ProviderId}";
    private const string Callback = $"WEBSITE_BASE_PATH_PREFIX/callback/{FakeProvider.ProviderId}";
    private const string SignIn = "WEBSITE_BASE_PATH_PREFIX/sign-in";

    private readonly string _email = People.NewEmail();
    private readonly Visitor _visitor = new(app);

    [Fact]
    public async Task People_go_to_the_provider_and_come_back_to_the_page_that_they_wanted()
    {
        var state = await LeaveAsync(_visitor);
        await ComeBackAsync(_visitor, state, _email);

        Assert.Equal("/account", _visitor.Address);
        Assert.Contains(_email, _visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_comes_back_twice()
    {
        var state = await LeaveAsync(_visitor);
        await ComeBackAsync(_visitor, state, _email);
        await _visitor.PressAsync("/sign-out");

        await ComeBackAsync(_visitor, state, _email);

        Assert.Contains("begin again", _visitor.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a state of somebody else's")]
    public async Task Who_comes_with_another_state_is_not_signed_in_and_can_still_come_with_their_own(string state)
    {
        var own = await LeaveAsync(_visitor);
        await ComeBackAsync(_visitor, state, _email);

        Assert.Equal(SignIn, _visitor.Address);
        Assert.Contains("begin again", _visitor.Errors, StringComparison.Ordinal);

        await ComeBackAsync(_visitor, own, _email);
        Assert.Equal("/account", _visitor.Address);
    }

    [Fact]
    public async Task Who_never_left_is_not_signed_in()
    {
        var state = await LeaveAsync(new Visitor(app));
        await ComeBackAsync(_visitor, state, _email);

        Assert.Equal(SignIn, _visitor.Address);
    }

    [Fact]
    public async Task Who_changes_their_mind_at_the_provider_can_choose_another_way()
    {
        var state = await LeaveAsync(_visitor);
        await _visitor.OpenAsync($"{Callback}?error=access_denied&state={Uri.EscapeDataString(state)}");

        Assert.Equal($"{SignIn}?returnUrl=%2Faccount", _visitor.Address);
        Assert.Contains("did not finish", _visitor.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_provider_has_no_page()
    {
        await _visitor.OpenAsync("WEBSITE_BASE_PATH_PREFIX/external/nobody");

        Assert.Equal(HttpStatusCode.NotFound, _visitor.Status);
    }

    /// <summary>Signs somebody in with the provider, and opens their account.</summary>
    internal static async Task SignInAsync(Visitor visitor, string email, string tenantId)
        => await ComeBackAsync(visitor, await LeaveAsync(visitor, tenantId), email);

    /// <summary>Goes to the provider.</summary>
    /// <returns>The state that it is to send back.</returns>
    private static async Task<string> LeaveAsync(Visitor visitor, string tenantId = "public")
    {
        await visitor.OpenAsync($"{Begin}?returnUrl=%2Faccount&tenantId={tenantId}");
        var address = new Uri(visitor.Address);
        Assert.Equal("provider.example.com", address.Host);
        Assert.EndsWith(Callback, Frontend.Query(address, "redirect_uri"), StringComparison.Ordinal);
        return Frontend.Query(address, "state");
    }

    private static Task ComeBackAsync(Visitor visitor, string state, string email)
        => visitor.OpenAsync($"{Callback}?code={Uri.EscapeDataString(email)}&state={Uri.EscapeDataString(state)}");
}
