using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.EmailPassword;

namespace SuperTokens.Backend.Recipes.AccountLinking;

public sealed class AccountLinkingConfigurationTests
{
    [Fact]
    public void Linking_is_off_and_asks_for_verification_unless_told_otherwise()
    {
        using var provider = Build([]);
        var options = provider.GetRequiredService<IOptions<AccountLinkingOptions>>().Value;

        Assert.False(options.Automatic);
        Assert.True(options.RequireVerification);
        Assert.False(provider.GetRequiredService<IAccountLinkingPolicy>().IsOn);
    }

    [Fact]
    public void A_section_turns_linking_on_without_code()
    {
        using var provider = Build(new() { ["SuperTokens:AccountLinking:Automatic"] = "true", ["SuperTokens:AccountLinking:RequireVerification"] = "false" });

        Assert.True(provider.GetRequiredService<IAccountLinkingPolicy>().IsOn);
        Assert.False(provider.GetRequiredService<IOptions<AccountLinkingOptions>>().Value.RequireVerification);
    }

    [Fact]
    public void Both_ways_to_decide_are_one_too_many()
    {
        using var provider = Build(
            new() { ["SuperTokens:AccountLinking:Automatic"] = "true" },
            builder => builder.AddAccountLinking(options => options.ShouldDoAutomaticAccountLinking = (_, _) => new(new LinkingDecision.DoNotLink())));

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<AccountLinkingOptions>>().Value);
        Assert.Contains("SuperTokens:AccountLinking:Automatic", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_core_that_fails_to_link_is_a_server_error_and_not_a_refusal()
    {
        await using var app = await LinkingApp.StartAsync(
            requireVerification: false,
            builder => builder.Services.AddHttpClient(Core.CoreDefaults.HttpClientName).AddHttpMessageHandler(() => new FailingLinks()));

        var answer = await LinkingApp.SignUpAsync(app.Browser(), "ann@example.com");

        Assert.Equal(500, answer.Code);
        Assert.DoesNotContain("accountlinking", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_logged_of_a_login_method_is_its_id()
    {
        var account = new NewAccountInfo("emailpassword", new Users.AccountInfo { Email = "ann@example.com" });
        var question = new LinkingQuestion(account, null, null, "public");

        Assert.DoesNotContain("ann@", account + question.ToString(), StringComparison.Ordinal);
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings, Action<SuperTokensBuilder>? setUp = null)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("SuperTokens");
        var services = new ServiceCollection();
        services.AddLogging();
        var builder = services.AddSuperTokens(section).AddEmailPassword();
        setUp?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private sealed class FailingLinks : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => request.RequestUri!.AbsolutePath.Contains("/accountlinking/", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError))
                : base.SendAsync(request, cancellationToken);
    }
}
