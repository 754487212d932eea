namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What <see cref="IThirdPartyRecipe.GetProviderAsync"/> came to.</summary>
public abstract record GetProviderResult
{
    private GetProviderResult()
    {
    }

    /// <summary>The provider.</summary>
    /// <param name="Provider">Ready to be used.</param>
    public sealed record Ok(IThirdPartyProvider Provider) : GetProviderResult;

    /// <summary>The tenant has no such provider, or it lacks settings.</summary>
    public sealed record UnknownProvider : GetProviderResult;

    /// <summary>The provider has no client for this kind of frontend; or it has several, and none was named.</summary>
    public sealed record UnknownClientType : GetProviderResult;
}
