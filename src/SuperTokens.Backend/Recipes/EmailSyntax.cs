using System.Buffers;

namespace SuperTokens.Backend.Recipes;

/// <summary>The form of e-mail addresses, as every recipe checks it unless the app says otherwise.</summary>
internal static class EmailSyntax
{
    /// <summary>What is wrong with an address. The protocol's text: frontends show it.</summary>
    public const string InvalidEmail = "Email is invalid";

    // RFC 5321. A longer one does not fit into the core's database either, which would be a 500.
    private const int MaxLength = 254;

    private static readonly SearchValues<char> s_letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> s_label = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> s_notInLocalPart = SearchValues.Create("<>()[]\\,;:@\"");

    /// <summary>Checks the form of an address, in time linear in its length: a local part of dot-separated words or in quotes, and a domain name or an IPv4 address in brackets.</summary>
    /// <param name="email">The address.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Check(string email)
    {
        var at = email.LastIndexOf('@');
        return at > 0 && email.Length <= MaxLength && IsLocalPart(email.AsSpan(0, at)) && IsDomain(email.AsSpan(at + 1)) ? null : InvalidEmail;
    }

    private static bool IsLocalPart(ReadOnlySpan<char> part)
    {
        if (part is ['"', _, .., '"'] && part.Length > 2)
        {
            return !ContainsControl(part);
        }

        foreach (var range in part.Split('.'))
        {
            var word = part[range];
            if (word.IsEmpty || word.ContainsAny(s_notInLocalPart) || ContainsControl(word) || ContainsWhiteSpace(word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
        => domain is ['[', .., ']'] ? IsBracketedAddress(domain[1..^1]) : IsDomainName(domain);

    private static bool IsDomainName(ReadOnlySpan<char> domain)
    {
        var lastDot = domain.LastIndexOf('.');
        if (lastDot < 0)
        {
            return false;
        }

        var topLevel = domain[(lastDot + 1)..];
        if (topLevel.Length < 2 || topLevel.ContainsAnyExcept(s_letters))
        {
            return false;
        }

        foreach (var range in domain[..lastDot].Split('.'))
        {
            var label = domain[range];
            if (label.IsEmpty || label.ContainsAnyExcept(s_label))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBracketedAddress(ReadOnlySpan<char> address)
    {
        var parts = 0;
        foreach (var range in address.Split('.'))
        {
            var part = address[range];
            parts++;
            if (part.Length is 0 or > 3 || part.ContainsAnyExcept(s_digits))
            {
                return false;
            }
        }

        return parts == 4;
    }

    // No mail system takes them, and the core's database refuses NUL. The line separators are none by category, but in effect.
    private static bool ContainsControl(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) || character is '\u2028' or '\u2029')
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsWhiteSpace(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || character == '\uFEFF')
            {
                return true;
            }
        }

        return false;
    }
}
