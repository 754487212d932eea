using System.Collections.Immutable;
using System.Text.Json;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Users;

/// <summary>A user as frontends get it. The one place that knows the shapes of the FDI versions.</summary>
internal sealed record FdiUser(
    string Id,
    bool IsPrimaryUser,
    ImmutableArray<string> TenantIds,
    ImmutableArray<string> Emails,
    ImmutableArray<string> PhoneNumbers,
    ImmutableArray<FdiThirdPartyAccount> ThirdParty,
    FdiWebAuthn Webauthn,
    ImmutableArray<FdiLoginMethod> LoginMethods,
    long TimeJoined)
{
    /// <summary>Writes a user in the shape a frontend of the given version reads.</summary>
    /// <param name="user">The user.</param>
    /// <param name="signedInWith">The session's login method: older frontends get that one only.</param>
    /// <param name="version">The version the frontend speaks.</param>
    /// <returns>The value of <c>user</c> in an answer.</returns>
    public static JsonElement Write(User user, RecipeUserId signedInWith, FdiVersion version)
    {
        return KnowsLoginMethods(version)
            ? JsonSerializer.SerializeToElement(From(user), UsersJsonContext.Default.FdiUser)
            : JsonSerializer.SerializeToElement(FdiUserBeforeLinking.From(user, signedInWith), UsersJsonContext.Default.FdiUserBeforeLinking);
    }

    /// <summary>Tells whether a frontend knows that a user can have several login methods.</summary>
    /// <param name="version">The version the frontend speaks.</param>
    /// <returns>True from 1.18 and 3.0 on; 2.x was cut before it.</returns>
    public static bool KnowsLoginMethods(FdiVersion version) => version.IsAtLeast(3, 0) || (version.IsAtLeast(1, 18) && !version.IsAtLeast(2, 0));

    private static FdiUser From(User user) => new(
        user.Id,
        user.IsPrimaryUser,
        user.TenantIds,
        user.Emails,
        user.PhoneNumbers,
        [.. user.ThirdParty.Select(FdiThirdPartyAccount.From)],
        new FdiWebAuthn(user.WebAuthnCredentialIds),
        [.. user.LoginMethods.Select(FdiLoginMethod.From)],
        user.TimeJoined);
}
