namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>What <see cref="ISamlRecipe.CreateOrUpdateClientAsync"/> came to.</summary>
public abstract record CreateOrUpdateSamlClientResult
{
    private CreateOrUpdateSamlClientResult()
    {
    }

    /// <summary>The client is stored.</summary>
    /// <param name="Client">The client.</param>
    public sealed record Ok(SamlClient Client) : CreateOrUpdateSamlClientResult;

    /// <summary>The metadata is not that of an identity provider with a certificate and an address to redirect to.</summary>
    public sealed record InvalidMetadataXml : CreateOrUpdateSamlClientResult;

    /// <summary>Another client of the tenant is connected with this identity provider.</summary>
    public sealed record DuplicateIdpEntity : CreateOrUpdateSamlClientResult;
}
