namespace SuperTokens.Build;

/// <summary><c>update-public-suffix-list</c>: the list that tells example.co.uk from co.uk, which cookies depend on.</summary>
internal static class PublicSuffixListCommand
{
    private const string Address = "https://publicsuffix.org/list/public_suffix_list.dat";
    private const int LargestList = 10 * 1024 * 1024;

    private static readonly string[] Markers =
    [
        "===BEGIN ICANN DOMAINS===", "===END ICANN DOMAINS===", "===BEGIN PRIVATE DOMAINS===", "===END PRIVATE DOMAINS===", "Mozilla Public",
    ];

    internal static async Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        var from = options switch
        {
            [] => Address,
            ["--from", var given] => given,
            ["--from"] => throw new BuildException("--from needs a file or an address.", exitCode: 2),
            [var first, ..] => throw new BuildException($"'update-public-suffix-list' has no option '{first}'. See: dotnet eng/build.cs help", exitCode: 2),
        };
        var list = await BuildStep.RunAsync($"Fetch {from}", () => ReadAsync(from, cancellationToken)).ConfigureAwait(false);
        Check(list, from);
        var target = Path.Combine(repository.Root, "src", "SuperTokens.Backend", "Configuration", "PublicSuffixList", "public_suffix_list.dat");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await File.WriteAllTextAsync(target, list.ReplaceLineEndings("\n"), cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"  {Path.GetRelativePath(repository.Root, target)} now has {Rules(list)} rules. Run the tests, then commit it.");
        return 0;
    }

    private static async Task<string> ReadAsync(string from, CancellationToken cancellationToken)
    {
        try
        {
            if (!from.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !from.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                return await File.ReadAllTextAsync(from, cancellationToken).ConfigureAwait(false);
            }

            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(60), MaxResponseContentBufferSize = LargestList };
            return await client.GetStringAsync(new Uri(from), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or UnauthorizedAccessException
            || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new BuildException($"The list could not be read from {from}: {failure.Message}\nFetch it another way and name the file: --from <file>");
        }
    }

    private static void Check(string list, string from)
    {
        var missing = Array.Find(Markers, marker => !list.Contains(marker, StringComparison.Ordinal));
        if (missing is not null)
        {
            throw new BuildException($"What {from} holds is not the public suffix list: '{missing}' is not in it. Nothing was changed.");
        }
    }

    private static int Rules(string list)
        => list.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line) && !line.StartsWith("//", StringComparison.Ordinal));
}
