using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>The core settings an app or a tenant may override, by their names in the core's config file.</summary>
internal static class CoreConfigOverrides
{
    private static readonly FrozenDictionary<string, Func<CoreConfig, double, CoreConfig>> Settable = new Dictionary<string, Func<CoreConfig, double, CoreConfig>>
    {
        ["access_token_validity"] = (config, value) => config with { AccessTokenValidity = (long)value },
        ["refresh_token_validity"] = (config, value) => config with { RefreshTokenValidity = value },
        ["access_token_dynamic_signing_key_update_interval"] =
            (config, value) => config with { AccessTokenDynamicSigningKeyUpdateInterval = value },
        ["password_reset_token_lifetime"] = (config, value) => config with { PasswordResetTokenLifetime = (long)value },
        ["email_verification_token_lifetime"] = (config, value) => config with { EmailVerificationTokenLifetime = (long)value },
        ["passwordless_code_lifetime"] = (config, value) => config with { PasswordlessCodeLifetime = (long)value },
        ["passwordless_max_code_input_attempts"] =
            (config, value) => config with { PasswordlessMaxCodeInputAttempts = (int)Math.Min(value, int.MaxValue) },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Known to the real core, and of the whole core: no app may set them.
    private static readonly string[] OfTheWholeCore =
        ["port", "host", "base_path", "max_server_pool_size", "log_level", "info_log_path", "error_log_path", "supertokens_max_cdi_version"];

    /// <exception cref="CoreRequestException">400: a setting is unknown, or not one an app may set, or not a number above 0.</exception>
    public static void Check(JsonObject overrides)
    {
        foreach (var (name, value) in overrides)
        {
            if (OfTheWholeCore.Contains(name))
            {
                throw CoreRequestException.BadRequest($"Invalid core config: {name} can only be set via the core's base config setting");
            }

            if (!Settable.ContainsKey(name))
            {
                throw CoreRequestException.BadRequest($"Invalid core config: Invalid config key: {name}");
            }

            if (value is not null && !(value is JsonValue number && number.TryGetValue<double>(out var amount) && amount > 0))
            {
                throw CoreRequestException.BadRequest($"Invalid core config: '{name}' must be a number above 0");
            }
        }
    }

    public static CoreConfig Apply(CoreConfig config, JsonObject? overrides) =>
        overrides is null
            ? config
            : overrides.Where(setting => setting.Value is not null)
                .Aggregate(config, (current, setting) => Settable[setting.Key](current, setting.Value!.GetValue<double>()));
}
