namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>The address of a login method, or why there is none.</summary>
public abstract record RecipeUserEmailResult
{
    private RecipeUserEmailResult()
    {
    }

    /// <summary>It has an address.</summary>
    /// <param name="Email">The address.</param>
    public sealed record Ok(string Email) : RecipeUserEmailResult
    {
        /// <summary>Names the case; the address stays out of logs.</summary>
        /// <returns>The name of the case.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>It has no address, as one with a phone number. There is nothing to verify: it counts as verified.</summary>
    public sealed record EmailDoesNotExist : RecipeUserEmailResult;

    /// <summary>There is no such login method.</summary>
    public sealed record UnknownUserId : RecipeUserEmailResult;
}
