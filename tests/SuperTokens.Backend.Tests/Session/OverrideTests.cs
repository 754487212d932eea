using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class OverrideTests
{
    [Fact]
    public async Task An_override_of_the_functions_is_what_requests_call()
    {
        await using var app = await SessionApp.StartAsync(setUp: builder => builder.Override<ISessionRecipe, Functions>());
        var frontend = await app.SignInAsync();

        Assert.Equal("overridden", (string?)frontend.Payload["by"]);
        await (await frontend.GetAsync("/sessioninfo")).AssertAsync(
            HttpStatusCode.Forbidden, """{"message":"invalid claim","claimValidationErrors":[{"id":"never"}]}""");
    }

    [Fact]
    public async Task A_session_calls_the_override_and_not_the_original()
    {
        await using var app = await SessionApp.StartAsync(setUp: builder => builder.Override<ISessionRecipe, Spy>());
        var frontend = await app.SignInAsync();
        var spy = Assert.IsType<Spy>(app.App.Services.GetRequiredService<ISessionRecipe>());

        (await frontend.PostAsync("/merge-payload", new JsonObject { ["a"] = 1 })).AssertOk();
        (await frontend.PostAsync("/revoke-session")).AssertOk();

        Assert.Equal<string>(["create", "get", "regenerate", "get", "revoke"], spy.Calls);
    }

    [Fact]
    public async Task An_override_finds_sessions_of_requests_without_a_token_too()
    {
        await using var app = await SessionApp.StartAsync(setUp: builder => builder.Override<ISessionRecipe, SameSessionForAll>());
        await app.SignInAsync();

        using var answer = await app.CreateFrontend().GetAsync("/authorized");

        Assert.Equal("user-1", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_function_that_uses_another_one_calls_its_override()
    {
        await using var app = await SessionApp.StartAsync(setUp: builder => builder.Override<ISessionRecipe, NoInformation>());
        var recipe = app.App.Services.GetRequiredService<ISessionRecipe>();
        var session = await recipe.CreateNewSessionAsync(new NewSession(new RecipeUserId("user-1")));

        Assert.False(await recipe.MergeIntoAccessTokenPayloadAsync(session.Handle, new JsonObject { ["a"] = 1 }));
    }

    [Fact]
    public async Task An_override_of_the_endpoints_is_what_requests_reach()
    {
        await using var app = await SessionApp.StartAsync(setUp: builder => builder.Override<ISessionApi, Endpoints>());
        var frontend = await app.SignInAsync();

        await (await frontend.PostAsync("/auth/signout")).AssertAsync(HttpStatusCode.OK, """{"status":"GENERAL_ERROR","message":"Stay a while"}""");
        using (var refreshed = await frontend.RefreshAsync())
        {
            Assert.Equal("yes", refreshed.Header("x-refreshed"));
        }

        using var verified = await frontend.GetAsync("/sessioninfo");
        Assert.Equal("yes", verified.Header("x-verified"));
    }

    [Fact]
    public async Task An_overridden_issuer_is_in_the_session()
    {
        await using var app = await SessionApp.StartAsync(setUp: builder => builder.Override<OpenId.IOpenIdRecipe, Issuer>());
        var frontend = await app.SignInAsync();

        Assert.Equal("https://issuer.example.com", (string?)frontend.Payload["iss"]);
    }

    [Fact]
    public async Task Own_error_handlers_write_the_answer()
    {
        await using var app = await SessionApp.StartAsync(session =>
        {
            session.ErrorHandlers.OnUnauthorised = (context, _, token) => WriteAsync(context, "no session", token);
            session.ErrorHandlers.OnTryRefreshToken = (context, _, token) => WriteAsync(context, "refresh", token);
            session.ErrorHandlers.OnTokenTheftDetected = (context, theft, token) => WriteAsync(context, $"theft of {theft.UserId}", token);
            session.ErrorHandlers.OnInvalidClaims = (context, invalid, token) => WriteAsync(context, $"invalid {invalid.Errors[0].Id}", token);
        });
        var frontend = await app.SignInAsync();
        var thief = frontend.Copy();
        await (await app.CreateFrontend().GetAsync("/sessioninfo")).AssertAsync((HttpStatusCode)418, "no session");
        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        using (var theft = await thief.RefreshAsync())
        {
            theft.AssertClearsEverything();
            await theft.AssertAsync((HttpStatusCode)418, "theft of user-1");
        }

        await (await frontend.Copy().GetAsync("/check-db")).AssertAsync((HttpStatusCode)418, "no session");
        app.App.Time.Advance(TimeSpan.FromHours(2));
        await (await frontend.GetAsync("/sessioninfo")).AssertAsync((HttpStatusCode)418, "refresh");
    }

    private static Task WriteAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = 418;
        return context.Response.WriteAsync(text, cancellationToken);
    }

    private sealed class SameSessionForAll(ISessionRecipe inner) : DelegatingSessionRecipe(inner)
    {
        private string? _token;

        public override async Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
        {
            var created = await base.CreateNewSessionAsync(session, disableAntiCsrf, cancellationToken);
            _token = created.AccessToken;
            return created;
        }

        public override Task<SessionContainer?> GetSessionAsync(
            string? accessToken, string? antiCsrfToken = null, VerifySessionOptions? options = null, CancellationToken cancellationToken = default)
            => base.GetSessionAsync(accessToken ?? _token, antiCsrfToken, options, cancellationToken);
    }

    private sealed class Functions(ISessionRecipe inner) : DelegatingSessionRecipe(inner)
    {
        public override Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
        {
            var payload = session.AccessTokenPayload!.DeepClone().AsObject();
            payload["by"] = "overridden";
            return base.CreateNewSessionAsync(session with { AccessTokenPayload = payload }, disableAntiCsrf, cancellationToken);
        }

        public override ValueTask<IReadOnlyList<SessionClaimValidator>> GetGlobalClaimValidatorsAsync(
            string userId, RecipeUserId recipeUserId, string tenantId, IReadOnlyList<SessionClaimValidator> addedByRecipes, CancellationToken cancellationToken = default)
            => new([.. addedByRecipes, new Never()]);
    }

    private sealed class Never() : SessionClaimValidator("never")
    {
        public override ValueTask<ClaimValidationResult> ValidateAsync(JsonObject payload, CancellationToken cancellationToken) => new(new ClaimValidationResult(false));
    }

    private sealed class Spy(ISessionRecipe inner) : DelegatingSessionRecipe(inner)
    {
        public ImmutableArray<string> Calls { get; private set; } = [];

        public override Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
        {
            Calls = Calls.Add("create");
            return base.CreateNewSessionAsync(session, disableAntiCsrf, cancellationToken);
        }

        public override Task<SessionContainer?> GetSessionAsync(
            string? accessToken, string? antiCsrfToken = null, VerifySessionOptions? options = null, CancellationToken cancellationToken = default)
        {
            if (accessToken is not null)
            {
                Calls = Calls.Add("get");
            }

            return base.GetSessionAsync(accessToken, antiCsrfToken, options, cancellationToken);
        }

        public override Task<RegeneratedAccessToken?> RegenerateAccessTokenAsync(
            string accessToken, JsonObject? newAccessTokenPayload = null, CancellationToken cancellationToken = default)
        {
            Calls = Calls.Add("regenerate");
            return base.RegenerateAccessTokenAsync(accessToken, newAccessTokenPayload, cancellationToken);
        }

        public override Task<bool> RevokeSessionAsync(string sessionHandle, CancellationToken cancellationToken = default)
        {
            Calls = Calls.Add("revoke");
            return base.RevokeSessionAsync(sessionHandle, cancellationToken);
        }
    }

    private sealed class NoInformation(ISessionRecipe inner) : DelegatingSessionRecipe(inner)
    {
        public override Task<SessionInformation?> GetSessionInformationAsync(string sessionHandle, CancellationToken cancellationToken = default)
            => Task.FromResult<SessionInformation?>(null);
    }

    private sealed class Endpoints(ISessionApi inner) : DelegatingSessionApi(inner)
    {
        public override Task<SessionContainer> RefreshPostAsync(ApiContext context, CancellationToken cancellationToken = default)
        {
            context.HttpContext.Response.Headers["x-refreshed"] = "yes";
            return base.RefreshPostAsync(context, cancellationToken);
        }

        public override Task<SignOutPostResult> SignOutPostAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<SignOutPostResult>(new SignOutPostResult.GeneralError("Stay a while"));

        public override Task<SessionContainer?> VerifySessionAsync(VerifySessionOptions? options, ApiContext context, CancellationToken cancellationToken = default)
        {
            context.HttpContext.Response.Headers["x-verified"] = "yes";
            return base.VerifySessionAsync(options, context, cancellationToken);
        }
    }

    private sealed class Issuer(OpenId.IOpenIdRecipe inner) : OpenId.DelegatingOpenIdRecipe(inner)
    {
        public override async ValueTask<OpenId.OpenIdDiscoveryConfiguration> GetOpenIdDiscoveryConfigurationAsync(CancellationToken cancellationToken = default)
            => await base.GetOpenIdDiscoveryConfigurationAsync(cancellationToken) with { Issuer = "https://issuer.example.com" };
    }
}
