using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.EmbeddedCore.Api;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Hosting;

/// <summary>
/// The one core of an application: begins to open its database when it is made, so that this goes on beside the rest of the start, and
/// closes it with the application.
/// </summary>
internal sealed class EmbeddedCoreHost : IDisposable
{
    private const string Readme =
        """
        The SuperTokens development core of this application keeps its data here: users, password hashes, sessions and private
        signing keys. Do not commit this folder and do not use it in production. Delete it to start with an empty core.

        """;

    private readonly Task<(CoreDatabase Database, CoreEngine Engine)> _opening;

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
        _opening = Task.Run(() => Open(file, options.Value, time, logger));
    }

    /// <summary>Ends when the database is open; fails when it cannot be used.</summary>
    public Task Opening => _opening;

    /// <summary>The core; the first requests wait here until it is open.</summary>
    /// <exception cref="InvalidOperationException">The database file cannot be used.</exception>
    public CoreEngine Engine => _opening.GetAwaiter().GetResult().Engine;

    public void Dispose()
    {
        ((IAsyncResult)_opening).AsyncWaitHandle.WaitOne();
        if (_opening.IsCompletedSuccessfully)
        {
            _opening.Result.Database.Dispose();
        }
    }

    private static (CoreDatabase Database, CoreEngine Engine) Open(string? file, EmbeddedCoreOptions options, TimeProvider time, ILogger logger)
    {
        var database = new CoreDatabase(file);
        try
        {
            var engine = new CoreEngine(database, options, time, logger);
            logger.CoreStarted(file ?? "memory");
            return (database, engine);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

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
