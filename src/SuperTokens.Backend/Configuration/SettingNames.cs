using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Configuration;

/// <summary>Checks settings that are one of a few names, before they are bound.</summary>
internal static class SettingNames
{
    /// <summary>Refuses a value that is not exactly one of the names: binding would add "Email,Phone" up to something else, without a word.</summary>
    /// <param name="section">The section the setting is in.</param>
    /// <param name="setting">The setting's name.</param>
    /// <param name="names">The names it may have, at least two; case and surrounding blanks do not matter.</param>
    /// <exception cref="OptionsValidationException">It has a value that is none of them.</exception>
    public static void RequireName(this IConfigurationSection section, string setting, params string[] names)
    {
        if (section[setting] is { Length: > 0 } value && !names.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            throw new OptionsValidationException(
                Options.DefaultName,
                typeof(string),
                [$"{section.Path}:{setting} is '{value}'. Use {string.Join(", ", names[..^1])} or {names[^1]}."]);
        }
    }
}
