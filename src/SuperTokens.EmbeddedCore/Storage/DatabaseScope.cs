using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// Runs SQL inside one <see cref="CoreDatabase"/> call. SQL is given as an interpolated string whose holes become parameters, so that a
/// value never becomes part of the statement.
/// </summary>
internal sealed class DatabaseScope(SqliteConnection connection, SqliteTransaction? transaction)
{
    /// <summary>Runs a statement and gives the number of rows it changed.</summary>
    public int Execute(FormattableString sql)
    {
        using var command = Command(sql);
        return command.ExecuteNonQuery();
    }

    public List<T> Query<T>(FormattableString sql, Func<SqliteDataReader, T> read)
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first row, or null when there is none.</summary>
    public T? First<T>(FormattableString sql, Func<SqliteDataReader, T> read)
        where T : class
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public bool Exists(FormattableString sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar() is not null;
    }

    public long Count(FormattableString sql)
    {
        using var command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The text is the literal part of an interpolated string; all values are parameters.")]
    private SqliteCommand Command(FormattableString sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = new object[sql.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            var name = "@p" + i.ToString(CultureInfo.InvariantCulture);
            names[i] = name;
            command.Parameters.AddWithValue(name, sql.GetArgument(i) ?? DBNull.Value);
        }

        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, names);
        return command;
    }
}
