namespace SuperTokens.Backend.Conventions;

/// <summary>What a convention test found, shown whole.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string?> findings)
    {
        var list = findings.ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }
}
