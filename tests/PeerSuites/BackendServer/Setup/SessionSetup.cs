using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

internal static class SessionSetup
{
    public static void Add(SuperTokensBuilder builder, JsonObject config)
    {
        builder.AddSession(options =>
        {
            options.TokenTransferMethod = config.Text("getTokenTransferMethod") switch
            {
                "cookie" => TokenTransferMethod.Cookie,
                "header" => TokenTransferMethod.Header,
                _ => TokenTransferMethod.Any,
            };
            options.AntiCsrf = config.Text("antiCsrf") switch
            {
                "VIA_TOKEN" => AntiCsrfMode.ViaToken,
                "VIA_CUSTOM_HEADER" => AntiCsrfMode.ViaCustomHeader,
                "NONE" => AntiCsrfMode.None,
                _ => null,
            };
            options.UseDynamicAccessTokenSigningKey = config.Flag("useDynamicAccessTokenSigningKey") ?? true;
            options.ExposeAccessTokenToFrontendInCookieBasedAuth = config.Flag("exposeAccessTokenToFrontendInCookieBasedAuth") ?? false;
            options.CookieDomain = config.Text("cookieDomain");
            options.OlderCookieDomain = config.Text("olderCookieDomain");
            options.CookieSecure = config.Flag("cookieSecure");
        });
        if (config.Part("override").Text("functions") is not null)
        {
            builder.Override<ISessionRecipe>((inner, services) => new Recipe(inner, services.GetRequiredService<OverrideParams>()));
        }

        builder.Override<ISessionRecipe>((inner, services) =>
            LoggedCalls<ISessionRecipe>.Create(inner, services.GetRequiredService<OverrideLog>(), "Session.override.functions"));
    }

    private sealed class Recipe(ISessionRecipe inner, OverrideParams values) : DelegatingSessionRecipe(inner)
    {
        public override async Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
        {
            var claim = new PrimitiveClaim<string>("some-key", (userId, recipeUserId, _, _, _) =>
            {
                values.Set("userIdInCallback", userId);
                values.Set("recipeUserIdInCallback", recipeUserId.Value);
                return ValueTask.FromResult(default(ClaimValue<string>));
            });
            var payload = session.AccessTokenPayload?.DeepClone().AsObject() ?? [];
            foreach (var (key, value) in await claim.BuildAsync(session.UserId, session.RecipeUserId, session.TenantId, payload, cancellationToken))
            {
                payload[key] = value?.DeepClone();
            }

            return await base.CreateNewSessionAsync(session with { AccessTokenPayload = payload }, disableAntiCsrf, cancellationToken);
        }
    }
}
