namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>
/// The order in which a Java <c>HashSet</c> gives its texts: by a hash that is part of Java's specification. The core keeps factors and
/// providers in such sets, so this is the order in which its callers see them.
/// </summary>
internal static class JavaHashOrder
{
    private const int SmallestTable = 16;

    public static IEnumerable<T> Of<T>(IReadOnlyCollection<T> items, Func<T, string> text)
    {
        var table = SmallestTable;
        while (items.Count > table * 3 / 4)
        {
            table *= 2;
        }

        // Texts of one slot stay in the order in which they came.
        return items.OrderBy(item => Slot(text(item), table));
    }

    private static int Slot(string text, int table)
    {
        var hash = text.Aggregate(0, (sum, c) => unchecked((31 * sum) + c));
        return (hash ^ (hash >>> 16)) & (table - 1);
    }
}
