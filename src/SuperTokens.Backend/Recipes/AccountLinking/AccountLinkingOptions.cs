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
    /// Whether linking that requires a verified e-mail address, by <see cref="RequireVerification"/> or by the answer of
    /// <see cref="ShouldDoAutomaticAccountLinking"/>, requires it of the primary user too, and not only of the login method that is linked to
    /// them. Default: true. With false it is as in supertokens-node: the owner of an address falls into the account of whoever became a primary
    /// user with it before, and shares it with them. Leave it on unless no primary user of yours can have an address that is not theirs.
    /// </summary>
    public bool RequireVerificationOnBothSides { get; set; } = true;

    /// <summary>
    /// Decides case by case, in place of <see cref="Automatic"/>. It is asked with no user about becoming a primary user, and with
    /// one about being linked to them. Default: none.
    /// </summary>
    public Func<LinkingQuestion, CancellationToken, ValueTask<LinkingDecision>>? ShouldDoAutomaticAccountLinking { get; set; }

    /// <summary>Called after a login method was linked, with the user it belongs to now. Default: none.</summary>
    public Func<User, LoginMethod, CancellationToken, Task>? OnAccountLinked { get; set; }
}
