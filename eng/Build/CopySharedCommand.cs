using SuperTokens.Build.Alike;

namespace SuperTokens.Build;

/// <summary><c>copy-shared</c>: what the templates have in common, from the first to the others.</summary>
internal static class CopySharedCommand
{
    internal static Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        BuildCommand.RefuseOptions("copy-shared", options);
        var files = new AlikeFiles(Path.Combine(repository.Root, "templates"), AllowedDifferences.All);
        var copied = 0;
        foreach (var template in AlikeFiles.Copies)
        {
            foreach (var path in files.Copy(template))
            {
                Console.WriteLine($"  templates/{template}-supertokens/{path}");
                copied++;
            }
        }

        Console.WriteLine(copied == 0 ? "Nothing to copy: what should be alike is." : $"{copied} files are like those of templates/{AlikeFiles.Source}-supertokens now.");
        return Task.FromResult(0);
    }
}
