using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>
/// Whether the address of a session's login method is verified (<c>st-ev</c>). Take it from the services. A login method without
/// an address counts as verified.
/// </summary>
public sealed class EmailVerificationClaim : BooleanClaim
{
    // supertokens-node: after this time a session may have missed that its address was verified on another device.
    private static readonly TimeSpan DefaultRefetchOnFalse = TimeSpan.FromSeconds(10);

    private readonly RecipeUserEmails _emails;
    private readonly Lazy<IEmailVerificationRecipe> _recipe;

    internal EmailVerificationClaim(Lazy<IEmailVerificationRecipe> recipe, RecipeUserEmails emails, TimeProvider timeProvider)
        : base("st-ev", (_, recipeUserId, _, _, cancellationToken) => FetchAsync(recipe, emails, recipeUserId, cancellationToken), timeProvider: timeProvider)
    {
        _emails = emails;
        _recipe = recipe;
    }

    /// <summary>Requires the address to be verified. Fetches the claim again when the token has none, a false one or one that is too old.</summary>
    /// <param name="refetchTimeOnFalse">How old a false claim may be before it is fetched again. Default: 10 seconds.</param>
    /// <param name="maxAge">How old any claim may be before it is fetched again. Default: any age.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator IsVerified(TimeSpan? refetchTimeOnFalse = null, TimeSpan? maxAge = null)
        => new EmailVerifiedValidator(this, IsTrue(maxAge), refetchTimeOnFalse ?? DefaultRefetchOnFalse, Time);

    internal override async ValueTask<JsonObject> BuildAsync(NewSession session, JsonObject payload, CancellationToken cancellationToken)
    {
        var found = session.User is { } user
            ? await _emails.FindAsync(user, session.RecipeUserId, cancellationToken)
            : await _emails.FindAsync(session.RecipeUserId, cancellationToken);
        if (found is RecipeUserEmailResult.UnknownUserId)
        {
            throw new InvalidOperationException(
                $"A session cannot be created for a user the core does not know, because nobody can tell whether their address is verified. Set {nameof(EmailVerificationOptions)}.{nameof(EmailVerificationOptions.GetEmailForRecipeUserId)} for users of your own.");
        }

        var changes = new JsonObject();
        AddToPayload(changes, await IsVerifiedAsync(_recipe, found, session.RecipeUserId, cancellationToken));
        return changes;
    }

    /// <summary>Fetches the value for a user read before, so that the core is asked for the verification alone.</summary>
    /// <param name="user">The user, or null when the core knows none.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether its address is verified.</returns>
    /// <exception cref="UnauthorisedException">There is no such login method.</exception>
    internal async Task<bool> FetchAsync(User? user, RecipeUserId recipeUserId, CancellationToken cancellationToken)
        => await IsVerifiedAsync(_recipe, await _emails.FindAsync(user, recipeUserId, cancellationToken), recipeUserId, cancellationToken);

    private static async ValueTask<ClaimValue<bool>> FetchAsync(
        Lazy<IEmailVerificationRecipe> recipe, RecipeUserEmails emails, RecipeUserId recipeUserId, CancellationToken cancellationToken)
        => new(await IsVerifiedAsync(recipe, await emails.FindAsync(recipeUserId, cancellationToken), recipeUserId, cancellationToken));

    private static async Task<bool> IsVerifiedAsync(
        Lazy<IEmailVerificationRecipe> recipe, RecipeUserEmailResult found, RecipeUserId recipeUserId, CancellationToken cancellationToken) => found switch
    {
        RecipeUserEmailResult.Ok ok => await recipe.Value.IsEmailVerifiedAsync(recipeUserId, ok.Email, cancellationToken),
        RecipeUserEmailResult.EmailDoesNotExist => true,
        _ => throw EmailVerificationApi.UnknownUser(),
    };
}
