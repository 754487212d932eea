using Microsoft.Data.Sqlite;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// The SQLite database: one connection, used by one caller at a time. A development core answers in microseconds from SQLite, so turns
/// cost less than the locking errors of parallel connections. Another process may hold the same file open (WAL, busy timeout).
/// </summary>
internal sealed class CoreDatabase : IDisposable
{
    private readonly Lock _turn = new();
    private readonly SqliteConnection _connection;

    /// <param name="file">The database file, or null for a database in memory that ends with this object.</param>
    /// <exception cref="InvalidOperationException">The file cannot be used: no right to write, not a database, of a newer version.</exception>
    public CoreDatabase(string? file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file ?? ":memory:",
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString());
        try
        {
            Open();
        }
        catch (InvalidOperationException)
        {
            _connection.Dispose();
            throw;
        }
        catch (SqliteException e)
        {
            _connection.Dispose();
            throw new InvalidOperationException(
                $"The embedded core cannot use its database {file}: {e.Message} Delete the file to start with an empty core, or set "
                + "EmbeddedCoreOptions.DataDirectory to a folder this process may write to.",
                e);
        }
    }

    public T Read<T>(Func<DatabaseScope, T> read)
    {
        lock (_turn)
        {
            return read(new DatabaseScope(_connection, transaction: null));
        }
    }

    /// <summary>Runs in one transaction: all of it is kept, or, when it throws, nothing.</summary>
    public T Write<T>(Func<DatabaseScope, T> write)
    {
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction();
            var result = write(new DatabaseScope(_connection, transaction));
            transaction.Commit();
            return result;
        }
    }

    public void Write(Action<DatabaseScope> write) => Write(db =>
    {
        write(db);
        return true;
    });

    public void Dispose()
    {
        lock (_turn)
        {
            _connection.Dispose();
        }
    }

    private void Open()
    {
        _connection.Open();
        using (var pragma = _connection.CreateCommand())
        {
            // NORMAL with WAL survives a crash of the app; only a power cut can lose the last writes, never corrupt the file.
            pragma.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
            pragma.ExecuteNonQuery();
        }

        Schema.Apply(_connection);
    }
}
