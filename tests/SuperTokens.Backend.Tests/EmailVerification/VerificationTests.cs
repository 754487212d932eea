using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using static SuperTokens.Backend.Recipes.EmailVerification.VerificationApp;

namespace SuperTokens.Backend.Recipes.EmailVerification;

public sealed class VerificationTests
{
    private const string Invalid = """{"status":"EMAIL_VERIFICATION_INVALID_TOKEN_ERROR"}""";

    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    public async Task Where_it_is_required_a_session_is_of_no_use_until_the_address_is_verified(string mode)
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com", mode);

        var refused = await MeAsync(ann);
        Assert.Equal(403, refused.Code);
        Assert.Equal(
            """{"message":"invalid claim","claimValidationErrors":[{"id":"st-ev","reason":{"message":"wrong value","expectedValue":true,"actualValue":false}}]}""",
            refused.Text);
        Assert.Equal("""{"status":"OK","isVerified":false}""", (await IsVerifiedAsync(ann)).Text);

        Assert.Equal("""{"status":"OK"}""", (await SendMailAsync(ann)).Text);
        var mail = Assert.Single(app.Mails.Verifications);
        Assert.Equal("ann@example.com", mail.To);
        Assert.Equal($"http://localhost:3000/auth/verify-email?token={app.Mails.VerificationToken}&tenantId=public", mail.Link);
        Assert.Equal(TimeSpan.FromHours(24), mail.LinkLifetime);

        Assert.Equal("""{"status":"OK"}""", (await VerifyAsync(ann, app.Mails.VerificationToken)).Text);
        Assert.True(Claim(ann));
        Assert.Equal(200, (await MeAsync(ann)).Code);
        Assert.Equal("""{"status":"OK","isVerified":true}""", (await IsVerifiedAsync(ann)).Text);
    }

    [Fact]
    public async Task Where_it_is_optional_only_endpoints_that_ask_for_it_refuse()
    {
        await using var app = await StartAsync(EmailVerificationMode.Optional, map: MapStrict);
        var ann = await app.SignUpAsync("ann@example.com");
        Assert.Equal(200, (await MeAsync(ann)).Code);
        using var refused = await ann.GetAsync("/strict");
        Assert.Equal(403, (int)refused.StatusCode);

        await SendMailAsync(ann);
        await VerifyAsync(ann, app.Mails.VerificationToken);
        using var admitted = await ann.GetAsync("/strict");
        Assert.Equal(200, (int)admitted.StatusCode);
    }

    [Fact]
    public async Task A_token_works_once()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await SendMailAsync(ann);
        Assert.Equal("OK", (await VerifyAsync(app.Anonymous(), app.Mails.VerificationToken)).Status);
        Assert.Equal(Invalid, (await VerifyAsync(app.Anonymous(), app.Mails.VerificationToken)).Text);
        Assert.Equal(Invalid, (await VerifyAsync(app.Anonymous(), "no-token")).Text);
    }

    [Fact]
    public async Task A_token_ends_with_its_lifetime()
    {
        await using var app = await StartAsync();
        await SendMailAsync(await app.SignUpAsync("ann@example.com"));
        app.App.Time.Advance(TimeSpan.FromHours(24.1));
        Assert.Equal(Invalid, (await VerifyAsync(app.Anonymous(), app.Mails.VerificationToken)).Text);
    }

    [Fact]
    public async Task A_link_opened_in_somebody_elses_browser_leaves_that_session_as_it_is()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        var bob = await app.SignUpAsync("bob@example.com");
        await SendMailAsync(ann);
        var token = bob.AccessToken;

        Assert.Equal("OK", (await VerifyAsync(bob, app.Mails.VerificationToken)).Status);

        Assert.Equal(token, bob.AccessToken);
        Assert.Equal("""{"status":"OK","isVerified":false}""", (await IsVerifiedAsync(bob)).Text);
        Assert.Equal("""{"status":"OK","isVerified":true}""", (await IsVerifiedAsync(ann)).Text);
        Assert.Equal(403, (await MeAsync(bob)).Code);
    }

    [Fact]
    public async Task A_token_for_the_old_address_does_not_verify_the_new_one()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await SendMailAsync(ann);
        var id = new RecipeUserId((string)ann.Payload["rsub"]!);
        await app.Passwords.Recipe.UpdateEmailOrPasswordAsync(new UpdateEmailOrPasswordInput(id) { Email = "ann@new.example.com" });

        await VerifyAsync(ann, app.Mails.VerificationToken);

        Assert.False(Claim(ann));
        Assert.Equal("""{"status":"OK","isVerified":false}""", (await IsVerifiedAsync(ann)).Text);
        Assert.Equal(403, (await MeAsync(ann)).Code);
        await SendMailAsync(ann);
        Assert.Equal("ann@new.example.com", app.Mails.Verifications[^1].To);
    }

    [Fact]
    public async Task A_session_learns_of_a_verification_on_another_device_after_ten_seconds()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await SendMailAsync(ann);
        await VerifyAsync(app.Anonymous(), app.Mails.VerificationToken);

        app.App.Time.Advance(TimeSpan.FromSeconds(9.5));
        Assert.Equal(403, (await MeAsync(ann)).Code);
        app.App.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await MeAsync(ann)).Code);
        Assert.True(Claim(ann));
    }

    [Fact]
    public async Task A_verified_address_gets_no_mail_and_the_session_learns_of_it()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await SendMailAsync(ann);
        await VerifyAsync(app.Anonymous(), app.Mails.VerificationToken);
        Assert.False(Claim(ann));

        Assert.Equal("""{"status":"EMAIL_ALREADY_VERIFIED_ERROR"}""", (await SendMailAsync(ann)).Text);

        Assert.True(Claim(ann));
        Assert.Single(app.Mails.Verifications);
    }

    [Fact]
    public async Task A_verification_taken_back_is_noticed_when_a_mail_is_asked_for()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await SendMailAsync(ann);
        await VerifyAsync(ann, app.Mails.VerificationToken);
        await app.Verifications.UnverifyAsync(new RecipeUserId((string)ann.Payload["rsub"]!));
        Assert.Equal(200, (await MeAsync(ann)).Code);

        Assert.Equal("OK", (await SendMailAsync(ann)).Status);

        Assert.False(Claim(ann));
        Assert.Equal(403, (await MeAsync(ann)).Code);
    }

    [Fact]
    public async Task A_new_session_of_a_verified_user_says_so()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await SendMailAsync(ann);
        await VerifyAsync(app.Anonymous(), app.Mails.VerificationToken);
        var other = app.Anonymous();
        using var signIn = await other.PostAsync("/auth/signin", EmailPasswordApp.Form("ann@example.com"));
        Assert.True(Claim(other));
    }

    [Fact]
    public async Task A_password_reset_by_mail_verifies_the_address()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await app.Passwords.RequestResetAsync("ann@example.com");
        Assert.Equal("OK", (await app.Passwords.ResetAsync(app.Mails.Token, "N3wPassw0rd")).Status);
        Assert.Equal("""{"status":"OK","isVerified":true}""", (await IsVerifiedAsync(ann)).Text);
        Assert.Empty(app.Mails.Verifications);
    }

    [Fact]
    public async Task Signing_in_costs_four_calls_of_the_core_and_a_verified_session_none()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        await SendMailAsync(ann);
        await VerifyAsync(ann, app.Mails.VerificationToken);

        app.CoreCalls.Clear();
        await MeAsync(ann);
        Assert.Empty(app.CoreCalls.Calls);

        await app.Passwords.SignInAsync("ann@example.com");
        Assert.Equal(
            ["GET /public/recipe/multitenancy/tenant/v2", "POST /public/recipe/signin", "GET /recipe/user/email/verify", "POST /public/recipe/session"],
            app.CoreCalls.Calls);
    }

    [Fact]
    public async Task A_session_whose_user_became_part_of_another_is_replaced_by_one_of_that_user()
    {
        var created = new List<NewSession>();
        await using var app = await StartAsync(setUp: builder => builder
            .Override<IUserDirectory>((inner, _) => new Linked(inner))
            .Override<ISessionRecipe>((inner, _) => new Recorder(inner, created)));
        var ann = await app.SignUpAsync("ann@example.com");
        var first = (string)ann.Payload["sessionHandle"]!;
        await SendMailAsync(ann);

        Assert.Equal("""{"status":"OK"}""", (await VerifyAsync(ann, app.Mails.VerificationToken)).Text);

        Assert.Equal(["primary"], created.Skip(1).Select(session => session.UserId));
        Assert.NotEqual(first, (string)ann.Payload["sessionHandle"]!);
        Assert.True(Claim(ann));
        Assert.Null(await app.App.Services.GetRequiredService<ISessionRecipe>().GetSessionInformationAsync(first));
    }

    private static void MapStrict(WebApplication app)
    {
        var claim = app.Services.GetRequiredService<EmailVerificationClaim>();
        app.MapGet("/strict", (SessionContainer session) => session.Handle)
            .RequireSession(new VerifySessionOptions { OverrideGlobalClaimValidators = (global, _, _) => new([.. global, claim.IsVerified()]) });
    }

    private sealed class Linked(IUserDirectory inner) : DelegatingUserDirectory(inner)
    {
        public override async Task<User?> GetUserAsync(string userId, CancellationToken cancellationToken = default)
            => await base.GetUserAsync(userId, cancellationToken) is { } user ? user with { Id = "primary", IsPrimaryUser = true } : null;
    }

    private sealed class Recorder(ISessionRecipe inner, List<NewSession> created) : DelegatingSessionRecipe(inner)
    {
        public override Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
        {
            created.Add(session);
            return base.CreateNewSessionAsync(session, disableAntiCsrf, cancellationToken);
        }
    }
}
