namespace SuperTokens.Templates.Tests.Pairs;

/// <summary>Few rows in which each pair of values of any two columns occurs.</summary>
internal static class CoveringArray
{
    /// <summary>Builds the rows: each begins with a pair that is missing, then takes the value that goes with the most missing pairs, column by column.</summary>
    /// <param name="sizes">How many values each column has.</param>
    /// <returns>For each row the index of each column's value.</returns>
    internal static IReadOnlyList<int[]> Build(IReadOnlyList<int> sizes)
    {
        var missing = Pairs(sizes).ToHashSet();
        var rows = new List<int[]>();
        while (missing.Count > 0)
        {
            var (first, second) = missing.MinBy(pair => (pair.First.Column, pair.First.Value, pair.Second.Column, pair.Second.Value));
            var row = new int[sizes.Count];
            List<(int Column, int Value)> chosen = [first, second];
            foreach (var column in Enumerable.Range(0, sizes.Count).Where(column => column != first.Column && column != second.Column))
            {
                chosen.Add((column, Enumerable.Range(0, sizes[column]).MaxBy(value => chosen.Count(other => missing.Contains(Pair(other, (column, value)))))));
            }

            foreach (var (column, value) in chosen)
            {
                row[column] = value;
            }

            missing.ExceptWith(In(row));
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The pairs of a row.</summary>
    internal static IEnumerable<((int Column, int Value) First, (int Column, int Value) Second)> In(int[] row)
        => from first in Enumerable.Range(0, row.Length)
           from second in Enumerable.Range(first + 1, row.Length - first - 1)
           select ((first, row[first]), (second, row[second]));

    /// <summary>All pairs there are.</summary>
    internal static IEnumerable<((int Column, int Value) First, (int Column, int Value) Second)> Pairs(IReadOnlyList<int> sizes)
        => from first in Enumerable.Range(0, sizes.Count)
           from second in Enumerable.Range(first + 1, sizes.Count - first - 1)
           from one in Enumerable.Range(0, sizes[first])
           from other in Enumerable.Range(0, sizes[second])
           select ((first, one), (second, other));

    private static ((int Column, int Value) First, (int Column, int Value) Second) Pair((int Column, int Value) one, (int Column, int Value) other)
        => one.Column < other.Column ? (one, other) : (other, one);
}
