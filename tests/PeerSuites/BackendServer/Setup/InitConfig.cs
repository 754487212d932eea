using System.Text.Json.Nodes;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

/// <summary>Reads what a test gave to <c>supertokens.init</c>: the app and its recipes.</summary>
internal static class InitConfig
{
    private static readonly Dictionary<string, Action<SuperTokensBuilder, JsonObject>> s_recipes = new()
    {
        ["session"] = SessionSetup.Add,
        ["emailpassword"] = EmailPasswordSetup.Add,
        ["emailverification"] = EmailVerificationSetup.Add,
        ["accountlinking"] = AccountLinkingSetup.Add,
        ["passwordless"] = PasswordlessSetup.Add,
        ["thirdparty"] = ThirdPartySetup.Add,
        ["multitenancy"] = MultitenancySetup.Add,
        ["usermetadata"] = (builder, _) => builder.AddUserMetadata(),
        ["userroles"] = (builder, _) => builder.AddUserRoles(),
    };

    public static void Apply(IServiceCollection services, JsonObject config)
    {
        var appInfo = config["appInfo"]!.AsObject();
        var superTokens = config["supertokens"]!.AsObject();
        var builder = services.AddSuperTokens(options =>
        {
            options.ConnectionUri = superTokens.Text("connectionURI");
            options.ApiKey = superTokens.Text("apiKey");
            options.AppInfo.AppName = appInfo.Text("appName");
            options.AppInfo.ApiDomain = appInfo.Text("apiDomain");
            options.AppInfo.WebsiteDomain = appInfo.Text("websiteDomain");
            options.AppInfo.Origin = appInfo.Text("origin");
            options.AppInfo.ApiBasePath = appInfo.Text("apiBasePath");
            options.AppInfo.WebsiteBasePath = appInfo.Text("websiteBasePath");
            options.RunDoctorAtStart = false;
        });
        services.AddSingleton<Messages>().AddSingleton<IEmailSender>(provider => provider.GetRequiredService<Messages>())
            .AddSingleton<ISmsSender>(provider => provider.GetRequiredService<Messages>());
        var counts = superTokens.ContainsKey("networkInterceptor");
        services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(provider =>
            new CoreCalls(provider.GetRequiredService<OverrideLog>(), provider.GetRequiredService<OverrideParams>(), counts));
        builder.AddUserMetadata().AddSession();
        foreach (var recipe in config["recipeList"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            if (s_recipes.TryGetValue(recipe.Text("recipeId")!, out var add))
            {
                add(builder, recipe.Text("config") is { } text ? JsonNode.Parse(text) as JsonObject ?? [] : []);
            }
        }

        AccountLinkingSetup.Watch(builder);
    }
}
