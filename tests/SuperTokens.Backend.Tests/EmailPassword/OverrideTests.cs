using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.AccountLinking;

namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class OverrideTests
{
    [Fact]
    public async Task Overridden_API_answers_every_endpoint()
    {
        await using var app = await EmailPasswordApp.StartAsync(builder => builder.Override<IEmailPasswordApi, ClosedApi>());
        foreach (var answer in new[]
        {
            await app.SignUpAsync("ann@example.com"),
            await app.SignInAsync("ann@example.com"),
            await app.GetAsync("/auth/emailpassword/email/exists?email=ann@example.com"),
            await app.RequestResetAsync("ann@example.com"),
            await app.ResetAsync("token", "N3wPassw0rd"),
        })
        {
            Assert.Equal("""{"status":"GENERAL_ERROR","message":"Closed today"}""", answer.Text);
            Assert.Null(answer.AccessToken);
        }

        Assert.Empty(app.CoreCalls.Calls);
    }

    [Fact]
    public async Task Overridden_step_of_the_recipe_changes_sign_up_and_sign_in()
    {
        await using var app = await EmailPasswordApp.StartAsync(builder => builder.Override<IEmailPasswordRecipe, OnlyOwnDomain>());
        Assert.Equal("FIELD_ERROR", (await app.SignUpAsync("ann@elsewhere.example.com")).Status);
        Assert.Equal("OK", (await app.SignUpAsync("ann@own.example.com")).Status);
        Assert.Equal("OK", (await app.SignInAsync("ann@own.example.com", "legacy")).Status);
        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.SignInAsync("ann@own.example.com", "other")).Status);
    }

    [Fact]
    public async Task Overrides_stack_and_survive_adding_the_recipe_again()
    {
        await using var app = await EmailPasswordApp.StartAsync(builder => builder
            .Override<IEmailPasswordRecipe, OnlyOwnDomain>()
            .Override<IEmailPasswordRecipe>((inner, _) => new Renaming(inner))
            .AddEmailPassword());
        Assert.Equal("FIELD_ERROR", (await app.SignUpAsync("ann@elsewhere.example.com")).Status);
        var user = (await app.SignUpAsync("ann@own.example.com")).Json["user"]!;
        Assert.Equal("renamed-ann@own.example.com", (string)user["emails"]![0]!);
    }

    [Theory]
    [InlineData(LinkingFailure.EmailVerificationRequired, "009", "013")]
    [InlineData(LinkingFailure.AlreadyLinkedToAnotherUser, "010", "014")]
    [InlineData(LinkingFailure.AccountInfoBelongsToAnotherUser, "011", "015")]
    [InlineData(LinkingFailure.SessionUserAccountInfoBelongsToAnotherUser, "012", "016")]
    public async Task Failed_linking_is_told_with_its_code(LinkingFailure failure, string signInCode, string signUpCode)
    {
        await using var app = await EmailPasswordApp.StartAsync(builder => builder.Override<IEmailPasswordRecipe>((inner, _) => new FailingLinks(inner, failure)));
        var signIn = await app.SignInAsync("ann@example.com");
        var signUp = await app.SignUpAsync("ann@example.com");
        Assert.Equal("SIGN_IN_NOT_ALLOWED", signIn.Status);
        Assert.Equal($"Cannot sign in / up due to security reasons. Please contact support. (ERR_CODE_{signInCode})", (string)signIn.Json["reason"]!);
        Assert.Equal("SIGN_UP_NOT_ALLOWED", signUp.Status);
        Assert.EndsWith($"(ERR_CODE_{signUpCode})", (string)signUp.Json["reason"]!, StringComparison.Ordinal);
    }

    private sealed class ClosedApi(IEmailPasswordApi inner) : DelegatingEmailPasswordApi(inner)
    {
        private const string Message = "Closed today";

        public override Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<SignUpApiResult>(new SignUpApiResult.GeneralError(Message));

        public override Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<SignInApiResult>(new SignInApiResult.GeneralError(Message));

        public override Task<EmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<EmailExistsApiResult>(new EmailExistsApiResult.GeneralError(Message));

        public override Task<GeneratePasswordResetTokenApiResult> GeneratePasswordResetTokenAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<GeneratePasswordResetTokenApiResult>(new GeneratePasswordResetTokenApiResult.GeneralError(Message));

        public override Task<ResetPasswordApiResult> ResetPasswordAsync(string token, string newPassword, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<ResetPasswordApiResult>(new ResetPasswordApiResult.GeneralError(Message));
    }

    private sealed class OnlyOwnDomain(IEmailPasswordRecipe inner) : DelegatingEmailPasswordRecipe(inner)
    {
        public override Task<CreateRecipeUserResult> CreateNewRecipeUserAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default)
            => email.EndsWith("@own.example.com", StringComparison.Ordinal)
                ? base.CreateNewRecipeUserAsync(tenantId, email, password, cancellationToken)
                : Task.FromResult<CreateRecipeUserResult>(new CreateRecipeUserResult.EmailAlreadyExists());

        public override Task<VerifyCredentialsResult> VerifyCredentialsAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default)
            => base.VerifyCredentialsAsync(tenantId, email, password == "legacy" ? EmailPasswordApp.Password : password, cancellationToken);
    }

    private sealed class Renaming(IEmailPasswordRecipe inner) : DelegatingEmailPasswordRecipe(inner)
    {
        public override Task<CreateRecipeUserResult> CreateNewRecipeUserAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default)
            => base.CreateNewRecipeUserAsync(tenantId, $"renamed-{email}", password, cancellationToken);
    }

    private sealed class FailingLinks(IEmailPasswordRecipe inner, LinkingFailure failure) : DelegatingEmailPasswordRecipe(inner)
    {
        public override Task<SignInResult> SignInAsync(
            string tenantId, string email, string password, Session.SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default)
            => Task.FromResult<SignInResult>(new SignInResult.LinkingToSessionUserFailed(failure));

        public override Task<SignUpResult> SignUpAsync(
            string tenantId, string email, string password, Session.SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default)
            => Task.FromResult<SignUpResult>(new SignUpResult.LinkingToSessionUserFailed(failure));
    }
}
