using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Backend.Delivery;

/// <summary>Decides at start how mails are sent, so that a mistake shows at once, and serves the development inbox when it is used.</summary>
internal sealed class DeliveryStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        _ = app.ApplicationServices.GetRequiredService<IEmailSender>();
        if (app.ApplicationServices.GetRequiredService<DevelopmentInbox>().IsOpen)
        {
            app.UseMiddleware<DevelopmentInboxMiddleware>();
        }

        next(app);
    };
}
