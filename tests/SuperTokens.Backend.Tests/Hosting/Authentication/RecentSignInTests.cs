using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Step-up: what asks for a recent sign-in is closed to sessions that were only refreshed.</summary>
public sealed class RecentSignInTests
{
    private static readonly string[] Ways = ["extension", "attribute", "policy", "authorize", "controller"];

    [Fact]
    public async Task A_session_that_was_refreshed_is_no_recent_sign_in_and_the_answer_says_so()
    {
        await using var app = await RequirementsApp.StartAsync();
        var ann = await app.App.SignUpAsync("ann@example.com");
        app.App.App.Time.Advance(TimeSpan.FromMinutes(6));
        (await ann.RefreshAsync()).AssertOk();

        foreach (var way in Ways)
        {
            await (await ann.GetAsync($"/recent/{way}")).AssertAsync(
                HttpStatusCode.Forbidden,
                """{"message":"invalid claim","claimValidationErrors":[{"id":"st-signin","reason":{"message":"expired","maxAgeInSeconds":300,"ageInSeconds":360}}]}""");
            await (await app.App.Anonymous().GetAsync($"/recent/{way}")).AssertUnauthorisedAsync();
        }
    }

    [Fact]
    public async Task Signing_in_again_opens_it_and_the_core_is_asked_once_a_session()
    {
        await using var app = await RequirementsApp.StartAsync();
        await app.App.SignUpAsync("ann@example.com");
        app.App.App.Time.Advance(TimeSpan.FromHours(2));
        var ann = app.App.Anonymous();
        (await ann.PostAsync("/auth/signin", EmailPasswordApp.Form("ann@example.com"))).AssertOk();

        (await ann.GetAsync("/recent/extension")).AssertOk();
        var calls = app.App.CoreCalls.Calls.Count;
        (await ann.GetAsync("/recent/extension")).AssertOk();

        Assert.Equal(calls, app.App.CoreCalls.Calls.Count);
    }

    [Fact]
    public async Task The_time_stays_in_the_session_through_refreshes()
    {
        await using var app = await RequirementsApp.StartAsync();
        var ann = await app.App.SignUpAsync("ann@example.com");
        (await ann.GetAsync("/recent/policy")).AssertOk();
        var signedIn = (long)ann.Payload["st-signin"]!["v"]!;
        app.App.App.Time.Advance(TimeSpan.FromMinutes(6));
        (await ann.RefreshAsync()).AssertOk();

        Assert.Equal(signedIn, (long)ann.Payload["st-signin"]!["v"]!);
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.GetAsync("/recent/policy")).StatusCode);
    }

    [Fact]
    public async Task An_application_that_has_the_user_prove_who_they_are_can_say_so()
    {
        await using var app = await RequirementsApp.StartAsync(web => web.MapPost("/proved", async (SessionContainer session, SignInTimeClaim claim, TimeProvider time) =>
            await session.SetClaimValueAsync(claim, time.GetUtcNow().ToUnixTimeMilliseconds())));
        var ann = await app.App.SignUpAsync("ann@example.com");
        app.App.App.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.GetAsync("/recent/policy")).StatusCode);

        (await ann.PostAsync("/proved")).AssertOk();

        (await ann.GetAsync("/recent/policy")).AssertOk();
    }

    [Fact]
    public async Task A_session_that_ended_is_401()
    {
        await using var app = await RequirementsApp.StartAsync();
        var ann = await app.App.SignUpAsync("ann@example.com");
        (await ann.Copy().PostAsync("/auth/signout")).AssertOk();

        using var response = await ann.GetAsync("/recent/policy");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        response.AssertClearsEverything();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_time_that_nobody_could_meet_is_refused_at_start(int seconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequireRecentSignInAttribute(seconds));
        await using var app = await RequirementsApp.StartAsync();
        Assert.Throws<ArgumentOutOfRangeException>(() => app.Services.GetRequiredService<SignInTimeClaim>().IsRecent(TimeSpan.FromSeconds(seconds)));
    }
}
