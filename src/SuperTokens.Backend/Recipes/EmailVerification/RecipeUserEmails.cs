using Microsoft.Extensions.Options;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>Finds the address of a login method: as the application says, else as the core does.</summary>
internal sealed class RecipeUserEmails(IUserDirectory users, IOptions<EmailVerificationOptions> options)
{
    public async Task<RecipeUserEmailResult> FindAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken)
        => await AskApplicationAsync(recipeUserId, cancellationToken)
            ?? Read(await users.GetUserAsync(recipeUserId.Value, cancellationToken), recipeUserId);

    /// <summary>The same for a user read before, so that the core is not asked again.</summary>
    /// <param name="user">The user, or null when the core knows none.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address, or why there is none.</returns>
    public async Task<RecipeUserEmailResult> FindAsync(User? user, RecipeUserId recipeUserId, CancellationToken cancellationToken)
        => await AskApplicationAsync(recipeUserId, cancellationToken) ?? Read(user, recipeUserId);

    private static RecipeUserEmailResult Read(User? user, RecipeUserId recipeUserId)
        => user?.LoginMethods.FirstOrDefault(method => method.RecipeUserId == recipeUserId) switch
        {
            null => new RecipeUserEmailResult.UnknownUserId(),
            { Email: { } email } => new RecipeUserEmailResult.Ok(email),
            _ => new RecipeUserEmailResult.EmailDoesNotExist(),
        };

    private async Task<RecipeUserEmailResult?> AskApplicationAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken)
        => options.Value.GetEmailForRecipeUserId is { } find && await find(recipeUserId, cancellationToken) is var found and not RecipeUserEmailResult.UnknownUserId
            ? found
            : null;
}
