using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Tenants in the core.</summary>
internal sealed class MultitenancyRecipe(ICoreClient core, FirstFactors firstFactors) : IMultitenancyRecipe
{
    public const string Id = "multitenancy";

    private static readonly CdiVersion FirstWithSecondRoute = new(5, 1);
    private static readonly MultitenancyJsonContext Json = MultitenancyJsonContext.Default;

    public Task<string> GetTenantIdAsync(string tenantIdFromFrontend, HttpContext httpContext, CancellationToken cancellationToken = default)
        => Task.FromResult(tenantIdFromFrontend);

    public async Task<CreateOrUpdateTenantResult> CreateOrUpdateTenantAsync(string tenantId, TenantChanges? changes = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenantId);
        var older = await IsOlderAsync(cancellationToken);
        JsonObject body = older ? CoreTenantBody.BeforeSecondRoute(tenantId, changes ?? new()) : CoreTenantBody.Create(tenantId, changes ?? new());
        var request = Put(CorePath.App(older ? "/recipe/multitenancy/tenant" : "/recipe/multitenancy/tenant/v2"), body, Json.JsonObject);
        return await SendAsync(request, cancellationToken) is { Status: "OK", CreatedNew: { } isNew } ? new CreateOrUpdateTenantResult(isNew) : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<DeleteTenantResult> DeleteTenantAsync(string tenantId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenantId);
        var request = Post(CorePath.App("/recipe/multitenancy/tenant/remove"), new CoreTenantRemoval(tenantId), Json.CoreTenantRemoval);
        return await SendAsync(request, cancellationToken) is { Status: "OK", DidExist: { } existed } ? new DeleteTenantResult(existed) : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<Tenant?> GetTenantAsync(string tenantId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenantId);
        var path = await IsOlderAsync(cancellationToken) ? "/recipe/multitenancy/tenant" : "/recipe/multitenancy/tenant/v2";
        var request = CoreRequest.Get(CorePath.Tenant(tenantId, path)) with { RecipeId = Id };
        var answer = await core.SendAsync(request, Json.CoreTenantAnswer, cancellationToken);
        return answer.Status switch
        {
            "OK" => answer.ToTenant() ?? throw UnexpectedCoreAnswer.To(request),
            "TENANT_NOT_FOUND_ERROR" => null,
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<ImmutableArray<string>?> GetAvailableFirstFactorsAsync(string tenantId, CancellationToken cancellationToken = default)
        => await GetTenantAsync(tenantId, cancellationToken) is { } tenant ? firstFactors.Of(tenant) : null;

    public async Task<ImmutableArray<Tenant>> ListAllTenantsAsync(CancellationToken cancellationToken = default)
    {
        var path = await IsOlderAsync(cancellationToken) ? "/recipe/multitenancy/tenant/list" : "/recipe/multitenancy/tenant/list/v2";
        var request = CoreRequest.Get(CorePath.App(path)) with { RecipeId = Id };
        return await core.SendAsync(request, Json.CoreTenantsAnswer, cancellationToken) is { Status: "OK", Tenants: { } tenants }
            ? [.. tenants.Select(tenant => tenant?.ToTenant() ?? throw UnexpectedCoreAnswer.To(request))]
            : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<CreateOrUpdateThirdPartyConfigResult> CreateOrUpdateThirdPartyConfigAsync(
        string tenantId, TenantProvider provider, bool? skipValidation = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        var request = Put(
            CorePath.Tenant(tenantId, "/recipe/multitenancy/config/thirdparty"), new CoreProviderSetting(provider, skipValidation), Json.CoreProviderSetting);
        return await SendAsync(request, cancellationToken) is { Status: "OK", CreatedNew: { } isNew }
            ? new CreateOrUpdateThirdPartyConfigResult(isNew)
            : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<DeleteThirdPartyConfigResult> DeleteThirdPartyConfigAsync(string tenantId, string thirdPartyId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(thirdPartyId);
        var request = Post(
            CorePath.Tenant(tenantId, "/recipe/multitenancy/config/thirdparty/remove"), new CoreProviderRemoval(thirdPartyId), Json.CoreProviderRemoval);
        return await SendAsync(request, cancellationToken) is { Status: "OK", DidConfigExist: { } existed }
            ? new DeleteThirdPartyConfigResult(existed)
            : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<AssociateUserToTenantResult> AssociateUserToTenantAsync(string tenantId, RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
    {
        var request = Post(CorePath.Tenant(tenantId, "/recipe/multitenancy/tenant/user"), new CoreTenantUser(recipeUserId.Value), Json.CoreTenantUser);
        var answer = await SendAsync(request, cancellationToken);
        return answer.Status switch
        {
            "OK" when answer.WasAlreadyAssociated is { } already => new AssociateUserToTenantResult.Ok(already),
            "UNKNOWN_USER_ID_ERROR" => new AssociateUserToTenantResult.UnknownUserId(),
            "EMAIL_ALREADY_EXISTS_ERROR" => new AssociateUserToTenantResult.EmailAlreadyExists(),
            "PHONE_NUMBER_ALREADY_EXISTS_ERROR" => new AssociateUserToTenantResult.PhoneNumberAlreadyExists(),
            "THIRD_PARTY_USER_ALREADY_EXISTS_ERROR" => new AssociateUserToTenantResult.ThirdPartyUserAlreadyExists(),
            "ASSOCIATION_NOT_ALLOWED_ERROR" => new AssociateUserToTenantResult.AssociationNotAllowed(answer.Reason ?? "The core does not allow it."),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<DisassociateUserFromTenantResult> DisassociateUserFromTenantAsync(string tenantId, RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
    {
        var request = Post(CorePath.Tenant(tenantId, "/recipe/multitenancy/tenant/user/remove"), new CoreTenantUser(recipeUserId.Value), Json.CoreTenantUser);
        return await SendAsync(request, cancellationToken) is { Status: "OK", WasAssociated: { } was }
            ? new DisassociateUserFromTenantResult(was)
            : throw UnexpectedCoreAnswer.To(request);
    }

    private static CoreRequest Put<T>(CorePath path, T body, JsonTypeInfo<T> type) => CoreRequest.Put(path, body, type) with { RecipeId = Id };

    private static CoreRequest Post<T>(CorePath path, T body, JsonTypeInfo<T> type) => CoreRequest.Post(path, body, type) with { RecipeId = Id };

    private async ValueTask<bool> IsOlderAsync(CancellationToken cancellationToken) => await core.GetCdiVersionAsync(cancellationToken) < FirstWithSecondRoute;

    private Task<CoreTenancyAnswer> SendAsync(CoreRequest request, CancellationToken cancellationToken) => core.SendAsync(request, Json.CoreTenancyAnswer, cancellationToken);
}
