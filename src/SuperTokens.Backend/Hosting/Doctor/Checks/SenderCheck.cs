using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>Recipes that send mails or SMS, where nothing sends them. The log says so at each start, so that this is for those who ask.</summary>
internal sealed class SenderCheck(IServiceProvider services, IEnumerable<SenderNeed> needs) : IDoctorCheck
{
    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        if (!report.OnDemand)
        {
            return Task.CompletedTask;
        }

        if (needs.Any(need => need.Emails && services.GetEmailSender(need.RecipeId) is UnconfiguredEmailSender))
        {
            report.Error(
                DoctorIds.NoSender,
                "SuperTokens:Smtp",
                "not set",
                "No mail is sent: people who need one to verify an address or to reset a password cannot go on.",
                "Add .UseSmtp() and that section, its Password in user secrets or the environment (SuperTokens__Smtp__Password), or register your own IEmailSender.");
        }

        if (needs.Any(need => need.Sms && services.GetSmsSender(need.RecipeId) is UnconfiguredSmsSender))
        {
            report.Error(
                DoctorIds.NoSender,
                "SuperTokens:Twilio",
                "not set",
                "No SMS is sent: people who need one to sign in cannot go on.",
                "Add .UseTwilio() and that section, its AuthToken in user secrets or the environment (SuperTokens__Twilio__AuthToken), or register your own ISmsSender.");
        }

        return Task.CompletedTask;
    }
}
