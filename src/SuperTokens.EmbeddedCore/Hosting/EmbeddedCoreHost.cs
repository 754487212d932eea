using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.EmbeddedCore.Api;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Hosting;

/// <summary>
/// The one core of an application. Made at the application's start, it claims its folder; it opens the database at the first call, so that
/// a start does not wait for SQLite.
/// </summary>
internal sealed class EmbeddedCoreHost : IDisposable
{
    private readonly Lock _opening = new();
    private readonly EmbeddedCoreOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly DataFolder? _folder;
    private CoreDatabase? _database;
    private CoreEngine? _engine;

    /// <exception cref="InvalidOperationException">
    /// The environment is not Development, and the options do not allow another; or the data folder or the file in it cannot be used.
    /// </exception>
    public EmbeddedCoreHost(IOptions<EmbeddedCoreOptions> options, IHostEnvironment environment, TimeProvider time, ILogger<EmbeddedCoreHost> logger)
    {
        if (!environment.IsDevelopment() && !options.Value.AllowOutsideDevelopment)
        {
            throw new InvalidOperationException(
                $"The embedded SuperTokens core does not start in the environment '{environment.EnvironmentName}', because it is made for "
                + "development and tests. Set SuperTokens:ConnectionUri to the address of a SuperTokens core. If this environment is one for "
                + "tests, allow it: UseEmbeddedCore(core => core.AllowOutsideDevelopment = true).");
        }

        (_options, _time, _logger) = (options.Value, time, logger);
        _folder = _options.InMemory ? null : new DataFolder(Path.Combine(environment.ContentRootPath, _options.DataDirectory));
        logger.CoreStarted(_folder?.Database ?? "memory");
        if (_folder is { IsShared: true })
        {
            logger.DataShared(_folder.Database);
        }
    }

    /// <summary>The core; the first caller opens its database, and those who come meanwhile wait for it.</summary>
    /// <exception cref="InvalidOperationException">The database file cannot be used. The next call tries again.</exception>
    public CoreEngine Engine
    {
        get
        {
            lock (_opening)
            {
                return _engine ??= Open();
            }
        }
    }

    public void Dispose()
    {
        _database?.Dispose();
        _folder?.Dispose();
    }

    private CoreEngine Open()
    {
        var database = new CoreDatabase(_folder?.Database);
        try
        {
            var engine = new CoreEngine(database, _options, _time, _logger);
            _database = database;
            return engine;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
