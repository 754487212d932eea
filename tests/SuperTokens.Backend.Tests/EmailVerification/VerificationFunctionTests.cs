using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Users;
using static SuperTokens.Backend.Recipes.EmailVerification.VerificationApp;

namespace SuperTokens.Backend.Recipes.EmailVerification;

public sealed class VerificationFunctionTests
{
    private static readonly RecipeUserId Unknown = new("unknown");

    [Fact]
    public async Task Application_can_make_links_send_mails_and_take_both_back()
    {
        await using var app = await StartAsync();
        var ann = await app.SignUpAsync("ann@example.com");
        var id = new RecipeUserId((string)ann.Payload["rsub"]!);
        var verifications = app.Verifications;

        var link = Assert.IsType<EmailVerificationLinkResult.Ok>(await verifications.CreateLinkAsync("public", id)).Link;
        Assert.StartsWith("http://localhost:3000/auth/verify-email?token=", link, StringComparison.Ordinal);
        Assert.EndsWith("&tenantId=public", link, StringComparison.Ordinal);

        Assert.IsType<SendVerificationEmailResult.Ok>(await verifications.SendEmailAsync("public", id.Value, id));
        Assert.True(await verifications.RevokeTokensAsync("public", id));
        Assert.Equal("EMAIL_VERIFICATION_INVALID_TOKEN_ERROR", (await VerifyAsync(app.Anonymous(), app.Mails.VerificationToken)).Status);

        Assert.IsType<SendVerificationEmailResult.Ok>(await verifications.SendEmailAsync("public", id.Value, id, "ann@example.com"));
        Assert.False(await verifications.IsVerifiedAsync(id));
        Assert.Equal("OK", (await VerifyAsync(app.Anonymous(), app.Mails.VerificationToken)).Status);
        Assert.True(await verifications.IsVerifiedAsync(id));
        Assert.False(await verifications.IsVerifiedAsync(id, "other@example.com"));
        Assert.IsType<EmailVerificationLinkResult.EmailAlreadyVerified>(await verifications.CreateLinkAsync("public", id));
        Assert.IsType<SendVerificationEmailResult.EmailAlreadyVerified>(await verifications.SendEmailAsync("public", id.Value, id));
        Assert.True(await verifications.UnverifyAsync(id));
        Assert.False(await verifications.IsVerifiedAsync(id));
    }

    [Fact]
    public async Task Users_nobody_knows_are_told_apart()
    {
        await using var app = await StartAsync();
        Assert.IsType<EmailVerificationLinkResult.UnknownUserId>(await app.Verifications.CreateLinkAsync("public", Unknown));
        Assert.IsType<SendVerificationEmailResult.UnknownUserId>(await app.Verifications.SendEmailAsync("public", Unknown.Value, Unknown));
        Assert.Null(await app.Verifications.IsVerifiedAsync(Unknown));
        Assert.False(await app.Verifications.RevokeTokensAsync("public", Unknown));
        Assert.False(await app.Verifications.UnverifyAsync(Unknown));
        Assert.Empty(app.Mails.Verifications);
    }

    [Fact]
    public async Task Claim_is_fetched_again_when_missing_false_for_a_while_or_too_old()
    {
        await using var app = await StartAsync();
        var claim = app.App.Services.GetRequiredService<EmailVerificationClaim>();
        var validator = claim.IsVerified();
        var patient = claim.IsVerified(refetchTimeOnFalse: TimeSpan.FromMinutes(1), maxAge: TimeSpan.FromHours(1));

        Assert.Equal("st-ev", validator.Id);
        Assert.True(validator.ShouldRefetch([]));
        var no = new JsonObject();
        claim.AddToPayload(no, false);
        var yes = new JsonObject();
        claim.AddToPayload(yes, true);
        Assert.False(validator.ShouldRefetch(no));

        app.App.Time.Advance(TimeSpan.FromSeconds(10.5));
        Assert.True(validator.ShouldRefetch(no));
        Assert.False(patient.ShouldRefetch(no));
        Assert.False(validator.ShouldRefetch(yes));

        app.App.Time.Advance(TimeSpan.FromHours(1));
        Assert.False(validator.ShouldRefetch(yes));
        Assert.True(patient.ShouldRefetch(yes));
        Assert.True((await validator.ValidateAsync(yes, default)).IsValid);
        Assert.False((await patient.ValidateAsync(yes, default)).IsValid);
    }

    [Fact]
    public void Settings_come_from_the_recipes_section_and_are_checked()
    {
        using var provider = Build(("Mode", "Optional"), ("EmailVerificationTokenLifetime", "02:00:00"));
        var options = provider.GetRequiredService<IOptions<EmailVerificationOptions>>().Value;
        Assert.Equal((EmailVerificationMode.Optional, TimeSpan.FromHours(2)), (options.Mode, options.EmailVerificationTokenLifetime));

        using var unset = Build();
        Assert.Equal(EmailVerificationMode.Required, unset.GetRequiredService<IOptions<EmailVerificationOptions>>().Value.Mode);

        Assert.StartsWith("SuperTokens:EmailVerification:Mode is '7'.", FailureOf(("Mode", "7")), StringComparison.Ordinal);
        Assert.StartsWith("SuperTokens:EmailVerification:EmailVerificationTokenLifetime", FailureOf(("EmailVerificationTokenLifetime", "-00:00:01")), StringComparison.Ordinal);
    }

    private static string FailureOf((string Name, string Value) setting)
    {
        using var provider = Build(setting);
        return Assert.Single(Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<EmailVerificationOptions>>().Value).Failures);
    }

    private static ServiceProvider Build(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"SuperTokens:EmailVerification:{setting.Name}", (string?)setting.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddSuperTokens(configuration.GetSection("SuperTokens")).AddEmailVerification();
        return services.BuildServiceProvider();
    }
}
