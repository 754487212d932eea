using System.Text;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>Who and where, as every audit log line ends with it. What is not known is left out.</summary>
/// <param name="Of">The event.</param>
internal readonly record struct AuditSubject(AuditEvent Of)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        Add(text, "user", Of.UserId);
        Add(text, "login method", Of.RecipeUserId == Of.UserId ? null : Of.RecipeUserId);
        Add(text, "session", Of.SessionHandle);
        Add(text, "tenant", Of.TenantId);
        Add(text, "trace", Of.TraceId);
        Add(text, "client", Of.ClientAddress);
        return text.Length == 0 ? "nobody known" : text.ToString();
    }

    private static void Add(StringBuilder text, string what, string? value)
    {
        if (value is not null)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(what).Append(' ').Append(value);
        }
    }
}
