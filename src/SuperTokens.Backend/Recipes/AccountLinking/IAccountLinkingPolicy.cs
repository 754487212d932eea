using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>The app's wish to link accounts, as its options say.</summary>
internal interface IAccountLinkingPolicy
{
    /// <summary>Whether the app links accounts by itself at all. Where it does not, the core need not be asked.</summary>
    bool IsOn { get; }

    /// <summary>Whether, where an e-mail address must be verified, the primary user must have verified it too.</summary>
    bool RequiresBothSides { get; }

    /// <summary>Asks the app.</summary>
    /// <param name="question">Which login method, and to whom.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Its answer.</returns>
    ValueTask<LinkingDecision> DecideAsync(LinkingQuestion question, CancellationToken cancellationToken);

    /// <summary>Asks whether a user should become a primary user.</summary>
    /// <param name="user">The user, with one login method.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the app wants it, and the address is verified where that is needed.</returns>
    ValueTask<bool> ShouldBecomePrimaryAsync(User user, string tenantId, SessionContainer? session, CancellationToken cancellationToken);
}
