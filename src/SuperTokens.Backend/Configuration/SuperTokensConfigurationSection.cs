using Microsoft.Extensions.Configuration;

namespace SuperTokens.Backend.Configuration;

/// <summary>The section given to <c>AddSuperTokens</c>: recipes bind their own sub-section of it.</summary>
internal sealed record SuperTokensConfigurationSection(IConfigurationSection Section);
