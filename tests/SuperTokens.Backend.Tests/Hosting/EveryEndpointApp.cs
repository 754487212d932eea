using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Passwordless;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Tests.ThirdParty;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting;

/// <summary>
/// An application with every recipe, an embedded core and the tenants <c>t1</c> and <c>t2</c>. Its own endpoint, for every other request, says
/// so in a header. A recipe that is added here has the rules of <see cref="EveryEndpointTests"/>: they find its endpoints themselves.
/// </summary>
public sealed class EveryEndpointApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    internal WatchedCore Core { get; } = new();

    internal IReadOnlyList<SuperTokensEndpoint> Endpoints => [.. App.Services.GetServices<ISuperTokensEndpoints>().SelectMany(recipe => recipe.Endpoints)];

    /// <summary>A frontend whose user has signed up in <c>t1</c>.</summary>
    internal Frontend Member { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await TestApp.StartAsync(
            builder =>
            {
                builder.AddPasswordless(options => options.ContactMethod = PasswordlessContactMethod.EmailOrPhone);
                builder.AddThirdParty(StaticProvider.Configure);
                builder.AddSaml();
                builder.AddEmailPassword().AddEmailVerification().AddSession().AddUserRoles().AddUserMetadata().UseTestCore();
                builder.Services.AddSingleton<IEmailSender>(new KeptMails());
                builder.Services.AddSingleton<ISmsSender>(new KeptSms());
                builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(Core.CreateHandler);
            },
            map: app => app.MapFallback("/{**path}", (HttpResponse response) => response.Headers["x-from"] = "the application"));
        foreach (var tenantId in new[] { "t1", "t2" })
        {
            await App.Services.GetRequiredService<IMultitenancyRecipe>().CreateOrUpdateTenantAsync(tenantId, new TenantChanges { FirstFactors = TenantFactors.OfTheApp });
        }

        Member = new Frontend(App.Server.CreateClient(), "header");
        using var signedUp = await Member.PostAsync("/auth/t1/signup", TenantsApp.Form("member@example.com"));
        Assert.NotNull(Member.AccessToken);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();
}
