using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.ThirdParty;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class ThirdPartyFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["ThirdParty.manuallyCreateOrUpdateUser"] = async (services, args)
            => await Recipe(services).ManuallyCreateOrUpdateUserAsync(args.Text(0), args.Text(1), args.Text(2), args.Text(3), args.Flag(4)!.Value) switch
            {
                CreateOrUpdateUserResult.Ok ok => Returned.Ok(("createdNewRecipeUser", ok.CreatedNewRecipeUser), ("user", Returned.User(ok.User)), ("recipeUserId", ok.RecipeUserId.Value)),
                CreateOrUpdateUserResult.EmailChangeNotAllowed => Returned.Status("EMAIL_CHANGE_NOT_ALLOWED_ERROR"),
                var other => throw new NotSupportedException(other.ToString()),
            },
        ["ThirdParty.getProvider"] = async (services, args) => await Recipe(services).GetProviderAsync(args.Text(0), args.Text(1), (string?)args[2]) switch
        {
            GetProviderResult.Ok ok => Provider(ok.Provider),
            _ => Returned.Undefined,
        },
    };

    private static IThirdPartyRecipe Recipe(IServiceProvider services) => services.GetRequiredService<IThirdPartyRecipe>();

    private static JsonObject Provider(IThirdPartyProvider provider)
    {
        var config = provider.Config;
        return new JsonObject
        {
            ["id"] = provider.Id,
            ["type"] = "oauth2",
            ["config"] = new JsonObject
            {
                ["thirdPartyId"] = config.ThirdPartyId,
                ["name"] = config.Name,
                ["oidcDiscoveryEndpoint"] = config.OidcDiscoveryEndpoint,
                ["clients"] = new JsonArray(new JsonObject { ["clientId"] = config.ClientId, ["clientSecret"] = config.ClientSecret, ["scope"] = Scope(config) }),
                ["userInfoMap"] = new JsonObject
                {
                    ["fromIdTokenPayload"] = Fields(config.UserInfoMap.FromIdTokenPayload),
                    ["fromUserInfoAPI"] = Fields(config.UserInfoMap.FromUserInfoApi),
                },
                ["clientId"] = config.ClientId,
                ["clientSecret"] = config.ClientSecret,
                ["scope"] = Scope(config),
                ["authorizationEndpoint"] = config.AuthorizationEndpoint,
                ["tokenEndpoint"] = config.TokenEndpoint,
                ["userInfoEndpoint"] = config.UserInfoEndpoint,
                ["jwksURI"] = config.JwksUri,
            },
        };
    }

    private static JsonArray Scope(ThirdPartyProviderConfig config) => Returned.Array(config.Scope ?? []);

    private static JsonObject Fields(UserInfoFields fields) => new() { ["userId"] = fields.UserId, ["email"] = fields.Email, ["emailVerified"] = fields.EmailVerified };
}
