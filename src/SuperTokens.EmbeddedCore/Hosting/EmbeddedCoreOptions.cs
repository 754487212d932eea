using SuperTokens.EmbeddedCore.Crypto;

namespace SuperTokens.EmbeddedCore;

/// <summary>Settings of the embedded core.</summary>
public sealed class EmbeddedCoreOptions
{
    /// <summary>
    /// The folder of the database, absolute or relative to the app's content root. Default: <c>.supertokens/data</c>. It holds password
    /// hashes and private keys: keep it out of version control.
    /// </summary>
    public string DataDirectory { get; set; } = ".supertokens/data";

    /// <summary>Keeps all data in memory, for tests: every start begins with an empty core. Default: <see langword="false"/>.</summary>
    public bool InMemory { get; set; }

    /// <summary>
    /// Lets the core start outside the Development environment. Default: <see langword="false"/>. It has no rate limits, no licence
    /// checks and one database file, so production belongs to a real core.
    /// </summary>
    public bool AllowOutsideDevelopment { get; set; }

    /// <summary>API keys of which callers must send one, as the core's <c>api_keys</c>. Default: none, no key is asked for.</summary>
    public IList<string> ApiKeys { get; set; } = [];

    /// <summary>The cost of bcrypt password hashes, 4 to 31 (<c>bcrypt_log_rounds</c>). Default: 11, as the core. Tests may use 4 to be quick.</summary>
    public int BcryptCost { get; set; } = 11;

    /// <summary>Token lifetimes and other core settings. Default: the core's defaults.</summary>
    public CoreConfig CoreConfig { get; set; } = new();

    /// <summary>Makes a private key (PKCS#8, RSA of 2048 bits). Tests that start many cores share a few keys: finding one takes a quarter of a second.</summary>
    internal Func<byte[]> NewPrivateKey { get; set; } = SigningKey.NewPrivateKey;
}
