using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>The core settings an app or a tenant may override, by their names in the core's config file.</summary>
internal static class CoreConfigOverrides
{
    // The real core wants an hour, and less in its tests alone, where 0.002 is customary. Here all is development; much less would be a key a request.
    private static readonly Setting SigningKeyUpdateInterval = new(
        "double",
        value => value >= 0.001,
        "must be greater than, equal to 0.001 hours.",
        (config, value) => config with { AccessTokenDynamicSigningKeyUpdateInterval = value });

    // Types, limits and words: the core's CoreConfig.normalizeAndValidate. One has two names.
    private static readonly FrozenDictionary<string, Setting> Settable = new Dictionary<string, Setting>
    {
        ["access_token_validity"] = new(
            "long",
            value => value is >= 1 and <= 86_400_000,
            "must be between 1 and 86400000 seconds inclusive.",
            (config, value) => config with { AccessTokenValidity = (long)value }),
        ["refresh_token_validity"] = new(
            "double",
            value => value > 0,
            "must be strictly greater than 'access_token_validity'.",
            (config, value) => config with { RefreshTokenValidity = value }),
        ["access_token_dynamic_signing_key_update_interval"] = SigningKeyUpdateInterval,
        ["access_token_signing_key_update_interval"] = SigningKeyUpdateInterval,
        ["password_reset_token_lifetime"] = new(
            "long", value => value > 0, "must be >= 0", (config, value) => config with { PasswordResetTokenLifetime = (long)value }),
        ["email_verification_token_lifetime"] = new(
            "long", value => value > 0, "must be >= 0", (config, value) => config with { EmailVerificationTokenLifetime = (long)value }),
        ["passwordless_code_lifetime"] = new(
            "long", value => value > 0, "must be > 0", (config, value) => config with { PasswordlessCodeLifetime = (long)value }),
        ["passwordless_max_code_input_attempts"] = new(
            "int", value => value > 0, "must be > 0", (config, value) => config with { PasswordlessMaxCodeInputAttempts = (int)value }),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Known to the real core, and of the whole core: no app may set them.
    private static readonly string[] OfTheWholeCore =
        ["port", "host", "base_path", "max_server_pool_size", "log_level", "info_log_path", "error_log_path", "supertokens_max_cdi_version"];

    /// <exception cref="CoreRequestException">400: a setting is unknown, not one an app may set, of a wrong type, or out of its limits.</exception>
    public static void Check(JsonObject overrides)
    {
        foreach (var (name, value) in overrides)
        {
            if (OfTheWholeCore.Contains(name))
            {
                throw CoreRequestException.BadRequest($"Invalid core config: {name} can only be set via the core's base config setting");
            }

            if (!Settable.TryGetValue(name, out var setting))
            {
                throw CoreRequestException.BadRequest($"Invalid core config: Invalid config key: {name}");
            }

            if (value is not null && Read(value, setting.Type) is var number && !(number is { } amount && setting.IsAllowed(amount)))
            {
                var rule = number is null ? "must be of type " + setting.Type : setting.Rule;
                throw CoreRequestException.BadRequest($"Invalid core config: '{name}' {rule}");
            }
        }
    }

    public static CoreConfig Apply(CoreConfig config, JsonObject? overrides) =>
        overrides is null or { Count: 0 }
            ? config
            : overrides.Where(setting => setting.Value is not null)
                .Aggregate(config, (current, given) => Settable[given.Key] is var setting && Read(given.Value!, setting.Type) is { } number
                    ? setting.Apply(current, number)
                    : current);

    // A number, which may be sent as text; null when it is none or does not fit the type.
    private static double? Read(JsonNode value, string type)
    {
        var text = value is JsonValue ? value.ToString() : "";
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return null;
        }

        return type switch
        {
            "int" => number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue ? number : null,
            // Far beyond any date, and far below where adding it to the time would overflow.
            "long" => number == Math.Truncate(number) && Math.Abs(number) <= 1e15 ? number : null,
            _ => number,
        };
    }

    private sealed record Setting(string Type, Func<double, bool> IsAllowed, string Rule, Func<CoreConfig, double, CoreConfig> Apply);
}
