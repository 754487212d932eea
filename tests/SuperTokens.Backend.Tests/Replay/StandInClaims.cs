using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>The claims of recipes that the recorder's app had besides: roles, on this SDK's claim classes.</summary>
internal sealed class StandInClaims
{
    /// <summary>The keys of all claims of other recipes in the access token's payload.</summary>
    public static readonly ImmutableArray<string> Keys = ["st-ev", "st-role", "st-perm"];

    private static readonly JsonTypeInfo<JsonObject> AnyObject = (JsonTypeInfo<JsonObject>)System.Text.Json.JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonObject));

    private readonly ICoreClient _core;

    public StandInClaims(ICoreClient core, TimeProvider time)
    {
        _core = core;
        Roles = new PrimitiveArrayClaim<string>("st-role", async (userId, _, tenantId, _, ct) => new ClaimValue<string[]>(await RolesOfAsync(userId, tenantId, ct)), timeProvider: time);
        Permissions = new PrimitiveArrayClaim<string>("st-perm", async (userId, _, tenantId, _, ct) => new ClaimValue<string[]>(await PermissionsOfAsync(userId, tenantId, ct)), timeProvider: time);
    }

    public PrimitiveArrayClaim<string> Roles { get; }

    public PrimitiveArrayClaim<string> Permissions { get; }

    /// <summary>What they put into the payload of a new session.</summary>
    public async Task<JsonObject> BuildAsync(NewSession session, CancellationToken cancellationToken)
    {
        var payload = session.AccessTokenPayload?.DeepClone().AsObject() ?? [];
        foreach (var claim in (SessionClaim[])[Roles, Permissions])
        {
            foreach (var (key, value) in await claim.BuildAsync(session.UserId, session.RecipeUserId, session.TenantId, null, cancellationToken))
            {
                payload[key] = value?.DeepClone();
            }
        }

        return payload;
    }

    private async Task<string[]> RolesOfAsync(string userId, string tenantId, CancellationToken cancellationToken)
    {
        var answer = await _core.SendAsync(
            CoreRequest.Get(CorePath.Tenant(tenantId, "/recipe/user/roles")) with { Query = [new("userId", userId)], RecipeId = "userroles" }, AnyObject, cancellationToken);
        return [.. answer["roles"]!.AsArray().Select(role => (string)role!)];
    }

    private async Task<string[]> PermissionsOfAsync(string userId, string tenantId, CancellationToken cancellationToken)
    {
        var permissions = new List<string>();
        foreach (var role in await RolesOfAsync(userId, tenantId, cancellationToken))
        {
            var answer = await _core.SendAsync(
                CoreRequest.Get(CorePath.App("/recipe/role/permissions")) with { Query = [new("role", role)], RecipeId = "userroles" }, AnyObject, cancellationToken);
            permissions.AddRange(answer["permissions"]!.AsArray().Select(permission => (string)permission!));
        }

        return [.. permissions.Distinct()];
    }
}

/// <summary>Puts the stand-in claims into every new session.</summary>
internal sealed class StandInClaimsOverride(ISessionRecipe original, StandInClaims claims) : DelegatingSessionRecipe(original)
{
    public override async Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
        => await base.CreateNewSessionAsync(session with { AccessTokenPayload = await claims.BuildAsync(session, cancellationToken) }, disableAntiCsrf, cancellationToken);
}
