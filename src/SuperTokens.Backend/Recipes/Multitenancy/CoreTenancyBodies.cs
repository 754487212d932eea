namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>CDI: POST /recipe/multitenancy/tenant/remove.</summary>
internal sealed record CoreTenantRemoval(string TenantId);

/// <summary>CDI: PUT /{tenantId}/recipe/multitenancy/config/thirdparty.</summary>
internal sealed record CoreProviderSetting(TenantProvider Config, bool? SkipValidation);

/// <summary>CDI: POST /{tenantId}/recipe/multitenancy/config/thirdparty/remove.</summary>
internal sealed record CoreProviderRemoval(string ThirdPartyId);

/// <summary>CDI: POST /{tenantId}/recipe/multitenancy/tenant/user and …/user/remove.</summary>
internal sealed record CoreTenantUser(string RecipeUserId);
