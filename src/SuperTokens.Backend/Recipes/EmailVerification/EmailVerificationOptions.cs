using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>Settings of the e-mail verification recipe; the configuration section <c>SuperTokens:EmailVerification</c> binds to it.</summary>
public sealed class EmailVerificationOptions
{
    /// <summary>Whether people may go on without a verified address. Default: <see cref="EmailVerificationMode.Required"/>, they may not.</summary>
    public EmailVerificationMode Mode { get; set; } = EmailVerificationMode.Required;

    /// <summary>
    /// Finds the address of a login method the core does not know, or knows otherwise. Gets its id; a
    /// <see cref="RecipeUserEmailResult.UnknownUserId"/> leaves the search to the core. Default (null): the core's.
    /// </summary>
    public Func<RecipeUserId, CancellationToken, ValueTask<RecipeUserEmailResult>>? GetEmailForRecipeUserId { get; set; }

    /// <summary>
    /// How long the mail says its link lasts. The core decides how long it really does: set this when you changed the core's
    /// <c>email_verification_token_lifetime</c>. Default: 24 hours, as the core's.
    /// </summary>
    public TimeSpan EmailVerificationTokenLifetime { get; set; } = TimeSpan.FromHours(24);
}
