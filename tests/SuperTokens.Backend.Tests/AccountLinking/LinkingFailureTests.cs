using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>
/// Each call of a flow that links failing in turn, and all after it; with the core having done what it was asked, or not. Nobody is let
/// in, and nobody is locked out.
/// </summary>
public sealed class LinkingFailureTests
{
    private const string Ann = "ann@example.com";
    private const string NewPassword = "N3wPassw0rd";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sign_up_that_breaks_off_lets_nobody_in_and_signing_in_ends_what_it_began(bool isDone)
    {
        var calls = 0;
        for (var isBroken = true; isBroken; calls++)
        {
            var fault = new Fault();
            await using var app = await StartAsync(fault, requireVerification: false);
            var primary = await app.CreatePasswordlessPrimaryUserAsync(Ann);
            var browser = app.Browser();

            isBroken = await fault.BreakAsync(calls, isDone, () => browser.PostAsync("/auth/signup", EmailPasswordApp.Form(Ann)));

            Assert.Equal(isBroken, browser.AccessToken is null);
            var again = await LinkingApp.SignUpAsync(app.Browser(), Ann);
            Assert.Contains(again.Status, (string[])["OK", "FIELD_ERROR"]);
            Assert.Equal("OK", (await LinkingApp.SignInAsync(app.Browser(), Ann)).Status);
            Assert.Equal(2, (await app.Users.GetUserAsync(primary.Id))!.LoginMethods.Length);
        }

        Assert.InRange(calls, 6, 20);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public async Task A_reset_that_breaks_off_is_ended_by_the_next(bool isDone, bool isBesideAnother)
    {
        var calls = 0;
        for (var isBroken = true; isBroken; calls++)
        {
            var fault = new Fault();
            await using var app = await StartAsync(fault, requireVerification: true);
            var stranger = await app.SignUpPastTheRulesAsync(Ann);
            var userId = isBesideAnother ? (await app.CreatePasswordlessPrimaryUserAsync(Ann)).Id : (await app.UserOfAsync(Ann)).Id;
            await app.Passwords.RequestResetAsync(Ann);

            isBroken = await fault.BreakAsync(calls, isDone, () => app.Browser().PostAsync("/auth/user/password/reset", ResetOf(app.Mails.Token)));

            await app.Passwords.RequestResetAsync(Ann);
            Assert.Equal("OK", (await app.Passwords.ResetAsync(app.Mails.Token, NewPassword)).Status);
            Assert.Equal(userId, (string)(await app.Passwords.SignInAsync(Ann, NewPassword)).Json["user"]!["id"]!);
            using var refreshed = await stranger.RefreshAsync();
            Assert.Equal(401, (int)refreshed.StatusCode);
        }

        Assert.InRange(calls, 6, 20);
    }

    private static JsonObject ResetOf(string token)
        => new() { ["method"] = "token", ["token"] = token, ["formFields"] = new JsonArray(EmailPasswordApp.Field("password", NewPassword)) };

    private static Task<LinkingApp> StartAsync(Fault fault, bool requireVerification)
        => LinkingApp.StartAsync(requireVerification, builder => builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(() => new FaultyCore(fault)));

    private sealed class Fault
    {
        private int _left = int.MaxValue;

        public bool IsDone { get; private set; }

        public async Task<bool> BreakAsync(int callsBefore, bool isDone, Func<Task<HttpResponseMessage>> act)
        {
            (_left, IsDone) = (callsBefore, isDone);
            using var answer = await act();
            var isBroken = _left < 0;
            _left = int.MaxValue;
            Assert.Equal(isBroken ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, answer.StatusCode);
            return isBroken;
        }

        public bool Strikes() => _left != int.MaxValue && --_left < 0;
    }

    private sealed class FaultyCore(Fault fault) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var strikes = fault.Strikes();
            if (!strikes || fault.IsDone)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (!strikes)
                {
                    return answer;
                }

                answer.Dispose();
            }

            return new HttpResponseMessage(HttpStatusCode.InternalServerError);
        }
    }
}
