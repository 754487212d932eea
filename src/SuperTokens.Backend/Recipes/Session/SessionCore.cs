using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The core's session routes: one method each, JSON in, JSON out.</summary>
internal sealed class SessionCore(ICoreClient core, AuditTrail audit)
{
    public const string Ok = "OK";
    public const string Unauthorised = "UNAUTHORISED";
    public const string TryRefreshToken = "TRY_REFRESH_TOKEN";
    public const string TokenTheftDetected = "TOKEN_THEFT_DETECTED";

    private const string RecipeId = "session";
    private const string RemovePath = "/recipe/session/remove";
    private const string OfUserPath = "/recipe/session/user";

    public Task<CoreSessionAnswer> CreateAsync(string tenantId, CoreCreateSessionRequest body, CancellationToken cancellationToken)
        => PostAsync(CorePath.Tenant(tenantId, "/recipe/session"), body, SessionJsonContext.Default.CoreCreateSessionRequest, SessionJsonContext.Default.CoreSessionAnswer, cancellationToken);

    public Task<CoreSessionAnswer> VerifyAsync(CoreVerifyRequest body, CancellationToken cancellationToken)
        => PostAsync(CorePath.App("/recipe/session/verify"), body, SessionJsonContext.Default.CoreVerifyRequest, SessionJsonContext.Default.CoreSessionAnswer, cancellationToken);

    public Task<CoreSessionAnswer> RefreshAsync(CoreRefreshRequest body, CancellationToken cancellationToken)
        => PostAsync(CorePath.App("/recipe/session/refresh"), body, SessionJsonContext.Default.CoreRefreshRequest, SessionJsonContext.Default.CoreSessionAnswer, cancellationToken);

    public Task<CoreSessionAnswer> RegenerateAsync(CoreRegenerateRequest body, CancellationToken cancellationToken)
        => PostAsync(CorePath.App("/recipe/session/regenerate"), body, SessionJsonContext.Default.CoreRegenerateRequest, SessionJsonContext.Default.CoreSessionAnswer, cancellationToken);

    public Task<CoreSessionInformationAnswer> GetAsync(string sessionHandle, CancellationToken cancellationToken)
        => core.SendAsync(
            CoreRequest.Get(CorePath.App("/recipe/session")) with { RecipeId = RecipeId, Query = [new("sessionHandle", sessionHandle)] },
            SessionJsonContext.Default.CoreSessionInformationAnswer,
            cancellationToken);

    public async Task<ImmutableArray<string>> RemoveAsync(IReadOnlyCollection<string> sessionHandles, CancellationToken cancellationToken)
        => Report(userId: null, tenantId: null, (await PostAsync(
            CorePath.App(RemovePath),
            new CoreRemoveHandlesRequest(sessionHandles),
            SessionJsonContext.Default.CoreRemoveHandlesRequest,
            SessionJsonContext.Default.CoreSessionsRemovedAnswer,
            cancellationToken)).SessionHandlesRevoked);

    public async Task<ImmutableArray<string>> RemoveOfUserAsync(string userId, bool ofLinkedAccounts, string? tenantId, CancellationToken cancellationToken)
        => Report(userId, tenantId, (await PostAsync(
            PathOf(tenantId, RemovePath),
            new CoreRemoveOfUserRequest(userId, ofLinkedAccounts, tenantId is null),
            SessionJsonContext.Default.CoreRemoveOfUserRequest,
            SessionJsonContext.Default.CoreSessionsRemovedAnswer,
            cancellationToken)).SessionHandlesRevoked);

    public async Task<ImmutableArray<string>> ListOfUserAsync(string userId, bool ofLinkedAccounts, string? tenantId, CancellationToken cancellationToken)
    {
        var request = CoreRequest.Get(PathOf(tenantId, OfUserPath)) with
        {
            RecipeId = RecipeId,
            Query =
            [
                new("userId", userId),
                new("fetchSessionsForAllLinkedAccounts", Text(ofLinkedAccounts)),
                new("fetchAcrossAllTenants", Text(tenantId is null)),
            ],
        };
        return (await core.SendAsync(request, SessionJsonContext.Default.CoreSessionHandlesAnswer, cancellationToken)).SessionHandles;
    }

    public Task<bool> SetDataAsync(string sessionHandle, JsonObject data, CancellationToken cancellationToken)
        => PutAsync(CorePath.App("/recipe/session/data"), new CoreSessionDataRequest(sessionHandle, data), SessionJsonContext.Default.CoreSessionDataRequest, cancellationToken);

    public Task<bool> SetPayloadAsync(string sessionHandle, JsonObject payload, CancellationToken cancellationToken)
        => PutAsync(CorePath.App("/recipe/jwt/data"), new CoreJwtDataRequest(sessionHandle, payload), SessionJsonContext.Default.CoreJwtDataRequest, cancellationToken);

    private static CorePath PathOf(string? tenantId, string path) => tenantId is null ? CorePath.App(path) : CorePath.Tenant(tenantId, path);

    private static string Text(bool value) => value.ToString(CultureInfo.InvariantCulture).ToLowerInvariant();

    private ImmutableArray<string> Report(string? userId, string? tenantId, ImmutableArray<string> revoked)
    {
        if (!revoked.IsEmpty)
        {
            audit.Report(new AuditEvent.SessionsRevoked(revoked) { UserId = userId, TenantId = tenantId, SessionHandle = revoked is [var only] ? only : null });
        }

        return revoked;
    }

    private Task<TAnswer> PostAsync<TBody, TAnswer>(
        CorePath path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
        => core.SendAsync(CoreRequest.Post(path, body, bodyType) with { RecipeId = RecipeId }, answerType, cancellationToken);

    private async Task<bool> PutAsync<TBody>(CorePath path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken)
    {
        var request = CoreRequest.Put(path, body, bodyType) with { RecipeId = RecipeId };
        var answer = await core.SendAsync(request, SessionJsonContext.Default.CoreStatusAnswer, cancellationToken);
        return answer.Status switch
        {
            Ok => true,
            Unauthorised => false,
            _ => throw new CoreException($"The SuperTokens core answered PUT {path} with an unknown status."),
        };
    }
}
