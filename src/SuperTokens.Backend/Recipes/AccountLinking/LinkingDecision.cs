namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What <see cref="AccountLinkingOptions.ShouldDoAutomaticAccountLinking"/> answers.</summary>
public abstract record LinkingDecision
{
    private LinkingDecision()
    {
    }

    /// <summary>Leave the login method alone.</summary>
    public sealed record DoNotLink : LinkingDecision;

    /// <summary>Link it, or make it a primary user.</summary>
    /// <param name="RequireVerification">Whether its address must be verified first. Default: true; read the docs before you say false.</param>
    public sealed record Link(bool RequireVerification = true) : LinkingDecision;
}
