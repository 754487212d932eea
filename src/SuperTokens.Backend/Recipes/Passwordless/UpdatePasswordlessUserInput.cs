using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What to change about a login method. One of address and number must be left.</summary>
/// <param name="RecipeUserId">The login method.</param>
public sealed record UpdatePasswordlessUserInput(RecipeUserId RecipeUserId)
{
    /// <summary>The new address, or null to keep it.</summary>
    public string? Email { get; init; }

    /// <summary>The new number in E.164 form, or null to keep it.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Whether the address is taken away. Default: false.</summary>
    public bool RemoveEmail { get; init; }

    /// <summary>Whether the number is taken away. Default: false.</summary>
    public bool RemovePhoneNumber { get; init; }

    /// <summary>Names the login method; address and number stay out of logs.</summary>
    /// <returns>The id of the login method.</returns>
    public override string ToString() => $"{nameof(UpdatePasswordlessUserInput)} {RecipeUserId}";
}
