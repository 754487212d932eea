using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using static SuperTokens.Backend.Recipes.EmailVerification.VerificationApp;

namespace SuperTokens.Backend.Recipes.EmailVerification;

public sealed class VerificationOverrideTests
{
    [Fact]
    public async Task Overridden_API_answers_every_endpoint()
    {
        await using var app = await StartAsync(setUp: builder => builder.Override<IEmailVerificationApi, ClosedApi>());
        var ann = await app.SignUpAsync("ann@example.com");
        foreach (var answer in new[] { await SendMailAsync(ann), await VerifyAsync(ann, "token"), await IsVerifiedAsync(ann) })
        {
            Assert.Equal((200, """{"status":"GENERAL_ERROR","message":"Closed today"}""", "GENERAL_ERROR"), answer);
        }

        Assert.Empty(app.Mails.Verifications);
    }

    [Fact]
    public async Task Overridden_recipe_decides_for_endpoints_claims_and_functions_alike()
    {
        await using var app = await StartAsync(setUp: builder => builder.Override<IEmailVerificationRecipe, Colleagues>().AddEmailVerification());
        var ann = await app.SignUpAsync("ann@own.example.com");
        Assert.True(Claim(ann));
        Assert.Equal(200, (await MeAsync(ann)).Code);
        Assert.Equal("""{"status":"OK","isVerified":true}""", (await IsVerifiedAsync(ann)).Text);
        Assert.True(await app.Verifications.IsVerifiedAsync(new RecipeUserId((string)ann.Payload["rsub"]!)));
        Assert.Equal(403, (await MeAsync(await app.SignUpAsync("bob@elsewhere.example.com"))).Code);
    }

    [Fact]
    public async Task Overridden_recipe_is_told_of_the_address_a_password_reset_proves()
    {
        var verified = new List<bool>();
        await using var app = await StartAsync(setUp: builder => builder.Override<IEmailVerificationRecipe>((inner, _) => new Watching(inner, verified)));
        await app.SignUpAsync("ann@example.com");
        await app.Passwords.RequestResetAsync("ann@example.com");
        await app.Passwords.ResetAsync(app.Mails.Token, "N3wPassw0rd");
        Assert.Equal([false], verified);
    }

    [Fact]
    public async Task Application_says_which_address_a_login_method_has()
    {
        await using var app = await StartAsync(setUp: builder => builder.AddEmailVerification(options => options.GetEmailForRecipeUserId = (_, _)
            => new(new RecipeUserEmailResult.Ok("ann@work.example.com"))));
        var ann = await app.SignUpAsync("ann@example.com");
        await SendMailAsync(ann);
        Assert.Equal("ann@work.example.com", Assert.Single(app.Mails.Verifications).To);
        await VerifyAsync(ann, app.Mails.VerificationToken);
        Assert.Equal(200, (await MeAsync(ann)).Code);
    }

    [Fact]
    public async Task A_login_method_without_an_address_counts_as_verified()
    {
        await using var app = await StartAsync(setUp: builder => builder.AddEmailVerification(options => options.GetEmailForRecipeUserId = (_, _)
            => new(new RecipeUserEmailResult.EmailDoesNotExist())));
        var ann = await app.SignUpAsync("ann@example.com");
        Assert.Equal(200, (await MeAsync(ann)).Code);
        Assert.Equal("""{"status":"OK","isVerified":true}""", (await IsVerifiedAsync(ann)).Text);
        Assert.Equal("""{"status":"EMAIL_ALREADY_VERIFIED_ERROR"}""", (await SendMailAsync(ann)).Text);
        var id = new RecipeUserId((string)ann.Payload["rsub"]!);
        Assert.True(await app.Verifications.IsVerifiedAsync(id));
        Assert.IsType<SendVerificationEmailResult.EmailAlreadyVerified>(await app.Verifications.SendEmailAsync("public", id.Value, id));
        Assert.True(await app.Verifications.UnverifyAsync(id));
        Assert.Empty(app.Mails.Verifications);
    }

    [Fact]
    public async Task What_the_application_does_not_know_the_core_is_asked_for()
    {
        await using var app = await StartAsync(setUp: builder => builder.AddEmailVerification(options => options.GetEmailForRecipeUserId = (_, _)
            => new(new RecipeUserEmailResult.UnknownUserId())));
        await SendMailAsync(await app.SignUpAsync("ann@example.com"));
        Assert.Equal("ann@example.com", Assert.Single(app.Mails.Verifications).To);
    }

    [Fact]
    public async Task A_session_for_a_user_nobody_knows_is_refused_with_the_fix()
    {
        await using var app = await StartAsync();
        var sessions = app.App.Services.GetRequiredService<ISessions>();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => sessions.CreateAsync(new NewSession(new RecipeUserId("unknown"))));
        Assert.Contains("GetEmailForRecipeUserId", failure.Message, StringComparison.Ordinal);
    }

    private sealed class ClosedApi(IEmailVerificationApi inner) : DelegatingEmailVerificationApi(inner)
    {
        private const string Message = "Closed today";

        public override Task<VerifyEmailApiResult> VerifyEmailAsync(string token, SessionContainer? session, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<VerifyEmailApiResult>(new VerifyEmailApiResult.GeneralError(Message));

        public override Task<IsEmailVerifiedApiResult> IsEmailVerifiedAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<IsEmailVerifiedApiResult>(new IsEmailVerifiedApiResult.GeneralError(Message));

        public override Task<GenerateEmailVerifyTokenApiResult> GenerateEmailVerifyTokenAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<GenerateEmailVerifyTokenApiResult>(new GenerateEmailVerifyTokenApiResult.GeneralError(Message));
    }

    private sealed class Colleagues(IEmailVerificationRecipe inner) : DelegatingEmailVerificationRecipe(inner)
    {
        public override async Task<bool> IsEmailVerifiedAsync(RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
            => email.EndsWith("@own.example.com", StringComparison.Ordinal) || await base.IsEmailVerifiedAsync(recipeUserId, email, cancellationToken);
    }

    private sealed class Watching(IEmailVerificationRecipe inner, List<bool> verified) : DelegatingEmailVerificationRecipe(inner)
    {
        public override Task<VerifyEmailUsingTokenResult> VerifyEmailUsingTokenAsync(
            string tenantId, string token, bool attemptAccountLinking = true, CancellationToken cancellationToken = default)
        {
            verified.Add(attemptAccountLinking);
            return base.VerifyEmailUsingTokenAsync(tenantId, token, attemptAccountLinking, cancellationToken);
        }
    }
}
