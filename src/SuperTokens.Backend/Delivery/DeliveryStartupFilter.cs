using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Delivery;

/// <summary>Decides at start how messages are sent, so that a mistake shows at once, and serves the development inbox when it is used.</summary>
internal sealed class DeliveryStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var services = app.ApplicationServices;
        foreach (var need in services.GetServices<SenderNeed>())
        {
            _ = need.Emails ? services.GetEmailSender(need.RecipeId) : null;
            _ = need.Sms ? services.GetSmsSender(need.RecipeId) : null;
        }

        // Azure Functions waits for a function to run: middleware that answers instead makes the request hang there.
        if (services.GetRequiredService<DevelopmentInbox>().IsOpen && services.GetService<SuperTokensPipeline>() is null)
        {
            app.UseMiddleware<DevelopmentInboxMiddleware>();
        }

        next(app);
    };
}
