namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>What <see cref="ISamlApi.LoginAsync"/> answers.</summary>
public abstract record SamlLoginApiResult
{
    private SamlLoginApiResult()
    {
    }

    /// <summary>The browser is sent on (302).</summary>
    /// <param name="Location">The address at the identity provider.</param>
    public sealed record Redirect(string Location) : SamlLoginApiResult
    {
        /// <summary>Names the record; the request in the address stays out of logs.</summary>
        /// <returns>The record's name.</returns>
        public override string ToString() => nameof(Redirect);
    }

    /// <summary>The tenant has no such client, or the client does not list the redirect.</summary>
    public sealed record InvalidClient : SamlLoginApiResult;

    /// <summary>Something only an override answers: the browser shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : SamlLoginApiResult;
}
