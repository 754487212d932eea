using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Jwt;
using SuperTokens.Backend.Recipes.OpenId;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Tests.Replay.Functions;

/// <summary>The functions of sessions, and those for JSON Web Tokens that supertokens-node keeps there.</summary>
internal static class SessionFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["Session.getAllSessionHandlesForUser"] = async (services, args)
            => Returned.Array(await Recipe(services).GetAllSessionHandlesForUserAsync(args.Text(0))),
        ["Session.getSessionInformation"] = async (services, args)
            => await Recipe(services).GetSessionInformationAsync(args.Text(0)) is { } session ? Show(session) : Returned.Undefined,
        ["Session.updateSessionDataInDatabase"] = async (services, args)
            => await Recipe(services).UpdateSessionDataInDatabaseAsync(args.Text(0), args.Object(1)),
        ["Session.mergeIntoAccessTokenPayload"] = async (services, args)
            => await Recipe(services).MergeIntoAccessTokenPayloadAsync(args.Text(0), args.Object(1)),
        ["Session.revokeSession"] = async (services, args) => await Recipe(services).RevokeSessionAsync(args.Text(0)),
        ["Session.revokeAllSessionsForUser"] = async (services, args)
            => Returned.Array(await Recipe(services).RevokeAllSessionsForUserAsync(args.Text(0))),
        ["Session.revokeMultipleSessions"] = async (services, args)
            => Returned.Array(await Recipe(services).RevokeMultipleSessionsAsync(args.Texts(0))),
        ["Session.validateClaimsForSessionHandle"] = async (services, args)
            => await services.GetRequiredService<ISessions>().ValidateClaimsAsync(args.Text(0)) is ValidateSessionClaimsResult.Ok ok
                ? Returned.Ok(("invalidClaims", Returned.Array(ok.InvalidClaims.Select(claim => claim.Id))))
                : Returned.Status("SESSION_DOES_NOT_EXIST_ERROR"),
        ["Session.createJWT"] = async (services, args)
            => await services.GetRequiredService<IOpenIdRecipe>().CreateJwtAsync(args.Object(0), TimeSpan.FromSeconds((int)args[1]!), args.Flag(2) ?? true) is CreateJwtResult.Ok ok
                ? Returned.Ok(("jwt", ok.Jwt))
                : Returned.Status("UNSUPPORTED_ALGORITHM_ERROR"),
        ["Session.getJWKS"] = async (services, _) =>
        {
            var keys = await services.GetRequiredService<IJwtRecipe>().GetJwksAsync();
            return new JsonObject
            {
                ["validityInSeconds"] = (long)keys.Validity.TotalSeconds,
                ["keys"] = new JsonArray([.. keys.Keys.Select(key => JsonSerializer.SerializeToNode(key, JwtJsonContext.Default.JwtPublicKey))]),
            };
        },
        ["Session.getOpenIdDiscoveryConfiguration"] = async (services, _) =>
        {
            var shown = Returned.Ok();
            var configuration = await services.GetRequiredService<IOpenIdRecipe>().GetOpenIdDiscoveryConfigurationAsync();
            foreach (var (name, value) in JsonSerializer.SerializeToNode(configuration, OpenIdJsonContext.Default.OpenIdDiscoveryConfiguration)!.AsObject())
            {
                shown[name] = value?.DeepClone();
            }

            return shown;
        },
    };

    private static ISessionRecipe Recipe(IServiceProvider services) => services.GetRequiredService<ISessionRecipe>();

    private static JsonObject Show(SessionInformation session) => new()
    {
        ["sessionHandle"] = session.Handle,
        ["timeCreated"] = session.TimeCreated,
        ["expiry"] = session.Expiry,
        ["userId"] = session.UserId,
        ["recipeUserId"] = session.RecipeUserId.Value,
        ["sessionDataInDatabase"] = session.SessionDataInDatabase.DeepClone(),
        ["customClaimsInAccessTokenPayload"] = session.CustomClaimsInAccessTokenPayload.DeepClone(),
        ["tenantId"] = session.TenantId,
    };
}
