using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>The recipe's log lines, event ids 1200 to 1299. None holds a response, a code, a state or an address.</summary>
internal static partial class SamlLog
{
    [LoggerMessage(1200, LogLevel.Information, "A SAML login in tenant {TenantId} was refused: it names no client of the tenant, or a redirect that the client does not list")]
    public static partial void LoginRefused(this ILogger logger, string tenantId);

    [LoggerMessage(1201, LogLevel.Information, "A SAML response in tenant {TenantId} was refused: {Reason}")]
    public static partial void ResponseRefused(this ILogger logger, string tenantId, string reason);
}
