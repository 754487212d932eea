using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The recipe's log lines, event ids 700 to 799. None holds a token, a code, a secret or what a provider says about people.</summary>
internal static partial class ThirdPartyLog
{
    [LoggerMessage(700, LogLevel.Warning, "{Setting} is missing: nobody can sign in with {ProviderId}, and it is not offered. Outside Development the app does not start like this")]
    public static partial void ProviderIncomplete(this ILogger logger, string providerId, string setting);

    [LoggerMessage(701, LogLevel.Warning, "Provider {ProviderId} is not offered in tenant {TenantId}, because its discovery failed")]
    public static partial void ProviderNotOffered(this ILogger logger, string providerId, string tenantId, Exception exception);

    [LoggerMessage(702, LogLevel.Debug, "Provider {ProviderId} of tenant {TenantId} lacks settings and is not used")]
    public static partial void ProviderUnusable(this ILogger logger, string providerId, string tenantId);

    [LoggerMessage(703, LogLevel.Debug, "Signed up user {RecipeUserId} with {ProviderId}")]
    public static partial void SignedUp(this ILogger logger, RecipeUserId recipeUserId, string providerId);

    [LoggerMessage(704, LogLevel.Debug, "Signed in user {RecipeUserId} with {ProviderId}")]
    public static partial void SignedIn(this ILogger logger, RecipeUserId recipeUserId, string providerId);

    [LoggerMessage(705, LogLevel.Debug, "Provider {ProviderId} gave no address for a user, and one is required")]
    public static partial void NoAddress(this ILogger logger, string providerId);

    [LoggerMessage(706, LogLevel.Information, "A sign-in with {ProviderId} in tenant {TenantId} was not allowed")]
    public static partial void NotAllowed(this ILogger logger, string providerId, string tenantId);

    [LoggerMessage(707, LogLevel.Warning, "Provider {ProviderId} of tenant {TenantId} is not used, because it needs the SAML recipe: call AddSaml()")]
    public static partial void SamlNotAdded(this ILogger logger, string providerId, string tenantId);
}
