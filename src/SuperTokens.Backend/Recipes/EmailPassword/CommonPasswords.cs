namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>
/// The most common passwords, which guessing begins with (NIST SP 800-63B-4, 3.1.1.2, asks to compare with such a list). They are data inside this
/// assembly and read on first use.
/// </summary>
internal static class CommonPasswords
{
    private const string ResourceName = "common_passwords.txt";
    private const string Refusal = "This password is one of the most common ones. Please choose another one";

    // What people put behind a word to satisfy a rule: a year, "1!", "123".
    private const int LongestSuffix = 4;

    private static readonly Lazy<HashSet<string>> s_passwords = new(Load);

    /// <summary>Checks a password.</summary>
    /// <param name="password">The password.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Check(string password)
    {
        var passwords = s_passwords.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = password.AsSpan();
        for (var suffix = 0; suffix <= LongestSuffix; suffix++)
        {
            if (passwords.Contains(rest))
            {
                return Refusal;
            }

            if (rest.IsEmpty || char.IsLetter(rest[^1]))
            {
                break;
            }

            rest = rest[..^1];
        }

        return null;
    }

    private static HashSet<string> Load()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(ResourceName)!);
        var passwords = new HashSet<string>(10_000, StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            passwords.Add(line);
        }

        return passwords;
    }
}
