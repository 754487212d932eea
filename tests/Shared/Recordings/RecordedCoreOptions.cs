using SuperTokens.EmbeddedCore;

namespace SuperTokens.Testing;

/// <summary>The embedded core's settings for a flow: those the recorded core had.</summary>
public static class RecordedCoreOptions
{
    // The recordings do not show the configured keys; these are the ones their requests send.
    private static readonly string[] RecordedApiKeys = ["abcdefghijklmnopqrstuvwx", "second-key-0123456789=="];

    public static EmbeddedCoreOptions Of(RecordedFlow flow)
    {
        var config = new CoreConfig();
        foreach (var (name, value) in flow.CoreConfig)
        {
            config = name switch
            {
                "access_token_validity" => config with { AccessTokenValidity = (long)value! },
                "refresh_token_validity" => config with { RefreshTokenValidity = (double)value! },
                "api_keys" => config,
                _ => throw new NotSupportedException($"The recording sets {name}, which this replay does not know."),
            };
        }

        return new EmbeddedCoreOptions
        {
            BcryptCost = 4,
            NewPrivateKey = TestSigningKeys.InTurn(),
            CoreConfig = config,
            ApiKeys = flow.CoreConfig.ContainsKey("api_keys") ? RecordedApiKeys : [],
        };
    }
}
