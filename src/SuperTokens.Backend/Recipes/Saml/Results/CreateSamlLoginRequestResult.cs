namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>What <see cref="ISamlRecipe.CreateLoginRequestAsync"/> came to.</summary>
public abstract record CreateSamlLoginRequestResult
{
    private CreateSamlLoginRequestResult()
    {
    }

    /// <summary>The login can begin.</summary>
    /// <param name="RedirectUri">The address at the identity provider.</param>
    public sealed record Ok(string RedirectUri) : CreateSamlLoginRequestResult
    {
        /// <summary>Names the record; the request in the address stays out of logs.</summary>
        /// <returns>The record's name.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>The tenant has no such client, or the client does not list the redirect.</summary>
    public sealed record InvalidClient : CreateSamlLoginRequestResult;
}
