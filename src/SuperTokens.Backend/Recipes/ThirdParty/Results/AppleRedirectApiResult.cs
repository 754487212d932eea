namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What <see cref="IThirdPartyApi.RedirectFromAppleAsync"/> answers.</summary>
public abstract record AppleRedirectApiResult
{
    private AppleRedirectApiResult()
    {
    }

    /// <summary>The browser is sent on (303).</summary>
    /// <param name="Location">The page of the website, with Apple's parameters.</param>
    public sealed record Redirect(string Location) : AppleRedirectApiResult
    {
        /// <summary>Names the record; the code in the address stays out of logs.</summary>
        /// <returns>The record's name.</returns>
        public override string ToString() => nameof(Redirect);
    }

    /// <summary>Something only an override answers: the browser shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : AppleRedirectApiResult;
}
