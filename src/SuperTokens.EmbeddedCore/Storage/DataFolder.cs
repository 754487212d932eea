using System.Buffers.Binary;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// The folder that holds the database. It is checked without SQLite, whose native library costs more than the rest of a start: what
/// would keep the core from opening its database later is found here, as far as a look at the first bytes can tell.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const int HeaderLength = 100;
    private const int UserVersionOffset = 60;

    private const string Readme =
        """
        The SuperTokens development core of this application keeps its data here: users, password hashes, sessions and private
        signing keys. Do not commit this folder and do not use it in production. Delete it to start with an empty core.

        """;

    private readonly FileStream? _lock;

    /// <param name="path">The folder; it is made where it is missing.</param>
    /// <exception cref="InvalidOperationException">
    /// The folder cannot be made or written to, or its file is no database or one of a newer version of this package.
    /// </exception>
    public DataFolder(string path)
    {
        Database = Path.Combine(path, "core.db");
        try
        {
            Prepare(path);
            _lock = TryLock(Path.Combine(path, "core.lock"));
            if (!IsShared)
            {
                // Closing a file drops SQLite's locks on it in this process, so it is only touched while nobody has it open.
                CheckHeader();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _lock?.Dispose();
            throw new InvalidOperationException(
                $"The embedded core cannot use its folder {path}: {e.Message} Set EmbeddedCoreOptions.DataDirectory to a folder this process may write to.", e);
        }
        catch
        {
            _lock?.Dispose();
            throw;
        }
    }

    /// <summary>The database file.</summary>
    public string Database { get; }

    /// <summary>Whether another core, of this process or another, uses the same folder.</summary>
    public bool IsShared => _lock is null;

    public void Dispose() => _lock?.Dispose();

    private static void Prepare(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            // Private keys lie here: nobody but the developer reads them.
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        WriteIfMissing(Path.Combine(path, "README.txt"), Readme);
        WriteIfMissing(Path.Combine(path, ".gitignore"), "*\n");
    }

    private static void WriteIfMissing(string file, string text)
    {
        if (!File.Exists(file))
        {
            File.WriteAllText(file, text);
        }
    }

    private static FileStream? TryLock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    private void CheckHeader()
    {
        using var file = new FileStream(Database, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, HeaderLength);
        Span<byte> header = stackalloc byte[HeaderLength];
        var length = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (length == 0)
        {
            return;
        }

        // https://www.sqlite.org/fileformat.html#the_database_header
        if (length < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
        {
            throw new InvalidOperationException(
                $"The embedded core cannot use its database {Database}: it is no SQLite database. Delete the file to start with an empty core.");
        }

        Schema.RequireKnown(BinaryPrimitives.ReadInt32BigEndian(header[UserVersionOffset..]), Database);
    }
}
