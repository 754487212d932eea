using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>The recipe's log lines, event ids 1000 to 1099. None holds a response, a code, a state or an address.</summary>
internal static partial class SamlLog
{
    [LoggerMessage(1000, LogLevel.Information, "A SAML login in tenant {TenantId} was refused: it names no client of the tenant, or a redirect that the client does not list")]
    public static partial void LoginRefused(this ILogger logger, string tenantId);

    [LoggerMessage(1001, LogLevel.Information, "A SAML response in tenant {TenantId} was refused: {Reason}")]
    public static partial void ResponseRefused(this ILogger logger, string tenantId, string reason);
}
