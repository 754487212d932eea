namespace SuperTokens.Templates.Tests;

/// <summary>What <c>--recipes</c> is given.</summary>
/// <param name="Chosen">The values.</param>
internal sealed record RecipeSet(params IReadOnlyList<string> Chosen)
{
    /// <summary>All values, in the order in which a generated app adds them.</summary>
    internal static readonly IReadOnlyList<string> Names =
        ["emailpassword", "passwordless", "thirdparty", "emailverification", "accountlinking", "userroles", "usermetadata", "multitenancy"];

    private static readonly IReadOnlyList<string> s_waysToSignIn = ["emailpassword", "passwordless", "thirdparty"];

    /// <summary>Each value alone, each pair of two, and all together.</summary>
    internal static readonly IReadOnlyList<RecipeSet> All =
    [
        .. Names.Select(recipe => new RecipeSet(recipe)),
        .. from first in Enumerable.Range(0, Names.Count)
           from second in Enumerable.Range(first + 1, Names.Count - first - 1)
           select new RecipeSet(Names[first], Names[second]),
        new RecipeSet(Names),
    ];

    /// <summary>What the app adds: without a way to sign in, e-mail and password as well.</summary>
    internal IEnumerable<string> Added
        => Names.Where(recipe => Chosen.Contains(recipe) || (recipe == "emailpassword" && !Chosen.Intersect(s_waysToSignIn).Any()));

    public override string ToString() => string.Join(' ', Chosen);
}
