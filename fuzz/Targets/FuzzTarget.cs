using System.Text;

namespace SuperTokens.Fuzz.Targets;

/// <summary>
/// One reader of what strangers send. It runs over any bytes and says in a few words what it made of them; inputs that it says something new of
/// are worth changing further. It throws when a rule of the reader is broken, an exception of the reader itself included.
/// </summary>
/// <param name="Name">The name of the folder with its seeds.</param>
/// <param name="Run">Reads, checks, and describes.</param>
internal sealed record FuzzTarget(string Name, Func<byte[], string> Run)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("access-token", bytes => AccessTokenTarget.Run(Text(bytes))),
        new("refresh-token", bytes => RefreshTokenTarget.Run(Text(bytes))),
        new("json-body", JsonBodyTarget.Run),
        new("sign-in-form", SignInFormTarget.Run),
        new("cookie", bytes => CookieTarget.Run(Text(bytes))),
        new("header", bytes => HeaderTarget.Run(Text(bytes))),
        new("url", bytes => UrlTarget.Run(Encoding.UTF8.GetString(bytes))),
        new("phone-number", bytes => PhoneNumberTarget.Run(Encoding.UTF8.GetString(bytes))),
    ];

    /// <summary>Fails when a rule does not hold.</summary>
    /// <exception cref="BrokenRuleException">It does not.</exception>
    internal static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new BrokenRuleException(rule);
        }
    }

    // Headers and cookies reach an application as Latin-1.
    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
