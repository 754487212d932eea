using System.Text.Json.Nodes;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.PeerSuites.BackendServer.Hosting;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

internal static class ThirdPartySetup
{
    public static void Add(SuperTokensBuilder builder, JsonObject config)
    {
        var providers = config.Part("signInAndUpFeature")["providers"]?.AsArray().OfType<JsonObject>().ToArray() ?? [];
        builder.AddThirdParty(options =>
        {
            foreach (var provider in providers)
            {
                var settings = provider.Part("config");
                options.Providers[settings.Text("thirdPartyId")!] = Read(provider, settings);
            }
        });
        if (config.Part("override").Text("apis") is not null)
        {
            builder.Override<IThirdPartyApi>((inner, services) => new Api(inner, services.GetRequiredService<OverrideParams>()));
        }

        builder.Override<IThirdPartyApi>((inner, services) =>
            LoggedCalls<IThirdPartyApi>.Create(inner, services.GetRequiredService<OverrideLog>(), "ThirdParty.override.apis"));
        builder.Override<IThirdPartyRecipe>((inner, services) =>
            LoggedCalls<IThirdPartyRecipe>.Create(inner, services.GetRequiredService<OverrideLog>(), "ThirdParty.override.functions"));
    }

    private static ThirdPartyProviderOptions Read(JsonObject provider, JsonObject config)
    {
        var options = new ThirdPartyProviderOptions
        {
            Name = config.Text("name"),
            AuthorizationEndpoint = config.Text("authorizationEndpoint"),
            TokenEndpoint = config.Text("tokenEndpoint"),
            UserInfoEndpoint = config.Text("userInfoEndpoint"),
            JwksUri = config.Text("jwksURI"),
            OidcDiscoveryEndpoint = config.Text("oidcDiscoveryEndpoint"),
            RequireEmail = config.Flag("requireEmail"),
            IncludeInNonPublicTenantsByDefault = provider.Flag("includeInNonPublicTenantsByDefault") == true,
        };
        foreach (var client in config["clients"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            AddClient(options, client);
        }

        if (provider.Text("override") is { } source)
        {
            options.Override = inner => new RequestProvider(inner, source);
        }

        return options;
    }

    private static void AddClient(ThirdPartyProviderOptions options, JsonObject client)
    {
        var scope = client["scope"]?.AsArray().Select(text => (string)text!) ?? [];
        var additional = client.Part("additionalConfig").Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.ToString()));
        if (client.Text("clientType") is { } type)
        {
            var own = new ThirdPartyClientOptions { ClientId = client.Text("clientId"), ClientSecret = client.Text("clientSecret") };
            Fill(own.Scope, own.AdditionalConfig);
            options.Clients[type] = own;
            return;
        }

        (options.ClientId, options.ClientSecret) = (client.Text("clientId"), client.Text("clientSecret"));
        Fill(options.Scope, options.AdditionalConfig);

        void Fill(IList<string> scopes, IDictionary<string, string?> config)
        {
            foreach (var text in scope)
            {
                scopes.Add(text);
            }

            foreach (var (name, value) in additional)
            {
                config[name] = value;
            }
        }
    }

    private sealed class Api(IThirdPartyApi inner, OverrideParams values) : DelegatingThirdPartyApi(inner)
    {
        public override async Task<ThirdPartySignInUpApiResult> SignInUpAsync(ThirdPartyAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        {
            await context.HttpContext.CopyFromBodyAsync("DO_LINK");
            var result = await base.SignInUpAsync(input, context, cancellationToken);
            if (result is ThirdPartySignInUpApiResult.Ok ok)
            {
                values.Set("userInCallback", Wire.Of(ok.User));
            }

            return result;
        }
    }
}
