using System.Text;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Writes parameters as browsers do (the URL standard's <c>application/x-www-form-urlencoded</c>), so that URLs equal those of other SDKs.</summary>
internal static class UrlQuery
{
    /// <summary>Writes parameters.</summary>
    /// <param name="parameters">The parameters; those with a null value are left out.</param>
    /// <returns>The text, without a question mark.</returns>
    public static string Encode(IEnumerable<KeyValuePair<string, string?>> parameters)
        => string.Join('&', parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{Encode(parameter.Key)}={Encode(parameter.Value!)}"));

    /// <summary>Adds parameters to an address, each in the place of one it already has.</summary>
    /// <param name="address">The address.</param>
    /// <param name="parameters">The parameters; those with a null value are left out.</param>
    /// <returns>The address with them.</returns>
    public static string Add(Uri address, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        List<KeyValuePair<string, string?>> added = [.. parameters.Where(parameter => parameter.Value is not null)];
        var names = added.Select(parameter => parameter.Key).ToHashSet(StringComparer.Ordinal);
        var kept = Read(address.Query).Where(parameter => !names.Contains(parameter.Key));
        var query = Encode([.. kept, .. added]);
        var url = new StringBuilder(address.GetLeftPart(UriPartial.Path));
        return (query.Length == 0 ? url : url.Append('?').Append(query)).Append(address.Fragment).ToString();
    }

    /// <summary>Puts parameters over others: a null value takes one away.</summary>
    /// <param name="parameters">What there is.</param>
    /// <param name="changes">What is put over it.</param>
    /// <returns>The result, in the order of both.</returns>
    public static IReadOnlyDictionary<string, string?> Merge(IEnumerable<KeyValuePair<string, string?>> parameters, IEnumerable<KeyValuePair<string, string?>> changes)
    {
        var merged = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters.Concat(changes))
        {
            merged[name] = value;
        }

        return merged;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Read(string query)
        => from part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
           let split = part.IndexOf('=', StringComparison.Ordinal)
           select KeyValuePair.Create(Decode(split < 0 ? part : part[..split]), (string?)Decode(split < 0 ? "" : part[(split + 1)..]));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Encode(string text)
        => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal);
}
