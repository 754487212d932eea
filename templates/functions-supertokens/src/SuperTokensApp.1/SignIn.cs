using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SuperTokensApp._1;

public static class SignIn
{
    /// <summary>How people sign in. Addresses and keys come from the "SuperTokens" section of appsettings.json.</summary>
    public static void AddSignIn(this IHostApplicationBuilder builder)
    {
#if (UseEmbedded)
        var superTokens = builder.Services
#else
        builder.Services
#endif
            .AddSuperTokens(builder.Configuration.GetSection("SuperTokens"))
            .AddEmailPassword()
            .AddSession()
            .AddRateLimiting()
            .UsePipeline();
#if (UseEmbedded)

        if (builder.Environment.IsDevelopment())
        {
            // A core inside this process, kept in a SQLite file. It steps aside once SuperTokens:ConnectionUri is set.
            superTokens.UseEmbeddedCore();
        }
#endif
    }
}
