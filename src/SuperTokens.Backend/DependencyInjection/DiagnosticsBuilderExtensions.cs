using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SuperTokens.Backend.Diagnostics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds who is told what happens to accounts and sessions.</summary>
public static class DiagnosticsBuilderExtensions
{
    /// <summary>Adds a sink that gets every audit event, as a singleton.</summary>
    /// <typeparam name="TSink">The sink; its constructor takes any singletons.</typeparam>
    /// <param name="builder">The SuperTokens app.</param>
    /// <returns>The same builder. Sinks get each event in the order they were added; adding one again changes nothing.</returns>
    public static SuperTokensBuilder AddAuditSink<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSink>(this SuperTokensBuilder builder)
        where TSink : class, IAuditSink
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuditSink, TSink>());
        return builder;
    }

    /// <summary>
    /// Logs every audit event in the category <c>SuperTokens.Backend.Audit</c>, each case with an event id of its own (1300 to 1389): as
    /// information, and as a warning where a sign-in failed or a token was stolen.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <returns>The same builder. Calling this again changes nothing.</returns>
    public static SuperTokensBuilder AddAuditLog(this SuperTokensBuilder builder) => builder.AddAuditSink<LoggingAuditSink>();

    /// <summary>
    /// Puts the caller's IP address into audit events, as <c>HttpContext.Connection</c> has it: behind a proxy add the forwarded headers middleware. It is
    /// personal data in many countries, which is why events are without it by default. Adds <c>IHttpContextAccessor</c>.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <returns>The same builder. Calling this again changes nothing.</returns>
    public static SuperTokensBuilder AddAuditClientAddress(this SuperTokensBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHttpContextAccessor();
        builder.Services.TryAddSingleton<AuditClientAddress>();
        return builder;
    }
}
