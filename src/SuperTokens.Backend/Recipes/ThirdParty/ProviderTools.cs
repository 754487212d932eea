using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Recipes.Saml;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What providers are asked with. <see cref="Saml"/> is null where the app did not add SAML.</summary>
internal sealed record ProviderTools(
    ProviderHttp Http, ProviderDocuments Documents, IdTokenReader IdTokens, TimeProvider Time, SuperTokensAppInfo AppInfo, ISamlRecipe? Saml = null);
