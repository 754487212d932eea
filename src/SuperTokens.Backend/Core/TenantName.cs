namespace SuperTokens.Backend.Core;

/// <summary>What a tenant can be called. Source: the core, which takes letters, digits and hyphens, whatever their case.</summary>
internal static class TenantName
{
    // In the core's paths this names another app: whoever may choose it reaches that app's users.
    private const string AppPrefix = "appid-";

    /// <summary>Tells whether a tenant can be called so.</summary>
    /// <param name="text">The name.</param>
    /// <returns>True for letters, digits and hyphens that are not the name of an app.</returns>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return !text.IsEmpty && !text.StartsWith(AppPrefix, StringComparison.OrdinalIgnoreCase);
    }
}
