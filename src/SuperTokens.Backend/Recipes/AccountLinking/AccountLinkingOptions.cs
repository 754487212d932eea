using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Settings of account linking; the configuration section <c>SuperTokens:AccountLinking</c> binds to it.</summary>
public sealed class AccountLinkingOptions
{
    /// <summary>
    /// Whether login methods with the same e-mail address or phone number become one user by themselves. Default: false. Use
    /// <see cref="ShouldDoAutomaticAccountLinking"/> instead to decide case by case.
    /// </summary>
    public bool Automatic { get; set; }

    /// <summary>
    /// Whether <see cref="Automatic"/> links verified addresses only. Default: true. With false, whoever signs up first with
    /// somebody else's address shares the account with its owner: leave it on unless every address is verified elsewhere.
    /// </summary>
    public bool RequireVerification { get; set; } = true;

    /// <summary>
    /// Decides case by case, in place of <see cref="Automatic"/>. It is asked with no user about becoming a primary user, and with
    /// one about being linked to them. Default: none.
    /// </summary>
    public Func<LinkingQuestion, CancellationToken, ValueTask<LinkingDecision>>? ShouldDoAutomaticAccountLinking { get; set; }

    /// <summary>Called after a login method was linked, with the user it belongs to now. Default: none.</summary>
    public Func<User, LoginMethod, CancellationToken, Task>? OnAccountLinked { get; set; }
}
