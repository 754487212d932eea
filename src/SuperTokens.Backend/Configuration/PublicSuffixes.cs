using System.Globalization;

namespace SuperTokens.Backend.Configuration;

/// <summary>
/// Finds registrable domains (eTLD+1) by the public suffix list, private suffixes included. The list is data inside this
/// assembly and is read on first use.
/// </summary>
internal static class PublicSuffixes
{
    private const string ResourceName = "public_suffix_list.dat";

    private static readonly Lazy<Dictionary<string, Rule>> Rules = new(Load);

    private enum Rule
    {
        Suffix,
        Wildcard,
        SuffixAndWildcard,
        Exception,
    }

    /// <summary>Finds the registrable domain of a host.</summary>
    /// <param name="host">A host name, lower case, in punycode.</param>
    /// <returns>The public suffix and one label more; null when the host is a public suffix itself.</returns>
    public static string? GetRegistrableDomain(string host)
    {
        var lookup = Rules.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        var previous = -1;
        var beforePrevious = -1;
        for (var start = 0; ;)
        {
            // From the longest to the shortest tail: the first rule that matches is the one that prevails.
            if (lookup.TryGetValue(host.AsSpan(start), out var rule))
            {
                switch (rule)
                {
                    case Rule.Exception:
                        return host[start..];
                    case Rule.Wildcard or Rule.SuffixAndWildcard when previous >= 0:
                        return beforePrevious < 0 ? null : host[beforePrevious..];
                    case Rule.Suffix or Rule.SuffixAndWildcard:
                        return previous < 0 ? null : host[previous..];
                    default:
                        break;
                }
            }

            var dot = host.IndexOf('.', start);
            if (dot < 0)
            {
                // No rule: the last label is taken as the suffix, as the list's own algorithm says.
                return previous < 0 ? null : host[previous..];
            }

            (beforePrevious, previous, start) = (previous, start, dot + 1);
        }
    }

    private static Dictionary<string, Rule> Load()
    {
        using var stream = typeof(PublicSuffixes).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream);
        var rules = new Dictionary<string, Rule>(16_384, StringComparer.Ordinal);
        var idn = new IdnMapping();
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            if (text.Length == 0 || text.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            var (name, rule) = text switch
            {
                ['!', .. var rest] => (rest, Rule.Exception),
                ['*', '.', .. var rest] => (rest, Rule.Wildcard),
                _ => (text, Rule.Suffix),
            };
            name = idn.GetAscii(name);
            rules[name] = rules.TryGetValue(name, out var known) && known != rule ? Rule.SuffixAndWildcard : rule;
        }

        return rules;
    }
}
