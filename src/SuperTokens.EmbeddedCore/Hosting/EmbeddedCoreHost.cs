using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.EmbeddedCore.Api;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Hosting;

/// <summary>The one core of an application: opens its database when it is made, closes it with the application.</summary>
internal sealed class EmbeddedCoreHost : IDisposable
{
    private const string Readme =
        """
        The SuperTokens development core of this application keeps its data here: users, password hashes, sessions and private
        signing keys. Do not commit this folder and do not use it in production. Delete it to start with an empty core.

        """;

    private readonly CoreDatabase _database;

    /// <exception cref="InvalidOperationException">The environment is not Development, and the options do not allow another.</exception>
    public EmbeddedCoreHost(IOptions<EmbeddedCoreOptions> options, IHostEnvironment environment, TimeProvider time, ILogger<EmbeddedCoreHost> logger)
    {
        if (!environment.IsDevelopment() && !options.Value.AllowOutsideDevelopment)
        {
            throw new InvalidOperationException(
                $"The embedded SuperTokens core does not start in the environment '{environment.EnvironmentName}', because it is made for "
                + "development and tests. Set SuperTokens:ConnectionUri to the address of a SuperTokens core. If this environment is one for "
                + "tests, allow it: UseEmbeddedCore(core => core.AllowOutsideDevelopment = true).");
        }

        var file = options.Value.InMemory ? null : PrepareFile(Path.Combine(environment.ContentRootPath, options.Value.DataDirectory));
        _database = new CoreDatabase(file);
        Engine = new CoreEngine(_database, options.Value, time, logger);
        logger.CoreStarted(file ?? "memory");
    }

    public CoreEngine Engine { get; }

    public void Dispose() => _database.Dispose();

    private static string PrepareFile(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            // Private keys lie here: nobody but the developer reads them.
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        WriteIfMissing(Path.Combine(directory, "README.txt"), Readme);
        WriteIfMissing(Path.Combine(directory, ".gitignore"), "*\n");
        return Path.Combine(directory, "core.db");
    }

    private static void WriteIfMissing(string file, string text)
    {
        if (!File.Exists(file))
        {
            File.WriteAllText(file, text);
        }
    }
}
