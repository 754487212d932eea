namespace SuperTokens.Build;

/// <summary>Where things are in this repository.</summary>
/// <param name="Root">The folder that holds <c>SuperTokens.Templates.slnx</c>.</param>
public sealed record Repository(string Root)
{
    internal const string PackId = "SuperTokens.Templates";

    internal string PackProject => Path.Combine(Root, "SuperTokens.Templates.csproj");

    internal string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>What people type after <c>dotnet new</c>: the short names of the templates.</summary>
    public IReadOnlyList<string> Templates
        => [.. Directory.EnumerateDirectories(Path.Combine(Root, "templates"), "*-supertokens").Select(folder => "supertokens-" + Path.GetFileName(folder).Split('-')[0]).Order(StringComparer.Ordinal)];

    internal string Packages => Path.Combine(Artifacts, "packages");

    internal static Repository Find()
    {
        var start = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? Environment.CurrentDirectory;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SuperTokens.Templates.slnx")))
            {
                return new Repository(folder.FullName);
            }
        }

        throw new BuildException($"'{start}' is not inside the repository: no SuperTokens.Templates.slnx there or above.");
    }
}
