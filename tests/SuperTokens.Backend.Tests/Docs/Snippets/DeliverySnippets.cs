using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/delivery.md</c>.</summary>
internal static class DeliverySnippets
{
    public static void Choose(WebApplicationBuilder builder, SuperTokensBuilder superTokens)
    {
        superTokens.UseSmtp();
        superTokens.UseTwilio();
        builder.Services.AddSingleton<IEmailSender, QueuedMails>();
        builder.Services.AddKeyedSingleton<ISmsSender, LocalProvider>("passwordless");
        superTokens.Override<ISmsContentProvider, GermanSms>();
    }

    private sealed class QueuedMails : IEmailSender
    {
        public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class LocalProvider : ISmsSender
    {
        public Task SendAsync(SmsMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    sealed class GermanSms(ISmsContentProvider original) : ISmsContentProvider
    {
        public ValueTask<SmsContent> GetContentAsync(SmsMessage message, CancellationToken cancellationToken = default)
            => message is PasswordlessLoginSms { Code: { } code, Link: null }
                ? ValueTask.FromResult(new SmsContent($"{code} ist Ihr Code.") { Code = code })
                : original.GetContentAsync(message, cancellationToken);
    }
}
