namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>What <see cref="ISamlRecipe.RemoveClientAsync"/> came to.</summary>
/// <param name="DidExist">Whether the tenant had the client.</param>
public sealed record RemoveSamlClientResult(bool DidExist);
