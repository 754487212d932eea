namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What providers are asked with.</summary>
internal sealed record ProviderTools(ProviderHttp Http, ProviderDocuments Documents, IdTokenReader IdTokens, TimeProvider Time);
