using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SuperTokens.Load;

/// <summary>The embedded core in a process of its own. It counts calls, and fills itself with sessions and users when asked.</summary>
internal static class CoreServer
{
    // Copies of a session that is there, each of a user of its own: making them through the API would take minutes.
    private const string MoreSessions = """
        WITH RECURSIVE numbers (n) AS (
            SELECT (SELECT count(*) FROM sessions) + 1
            UNION ALL SELECT n + 1 FROM numbers WHERE n < $count),
        one AS (SELECT * FROM sessions LIMIT 1)
        INSERT INTO sessions (app_id, tenant_id, session_handle, user_id, refresh_token_hash2, data_in_database, data_in_jwt,
            use_static_key, created_at, expires_at)
        SELECT app_id, tenant_id, lower(hex(randomblob(16))), 'user-' || n, hex(randomblob(32)), data_in_database, data_in_jwt,
            use_static_key, created_at, expires_at
        FROM one, numbers WHERE n <= $count
        """;

    // The same with people who have a password: that of the first of them.
    private const string MoreUsers = """
        BEGIN IMMEDIATE;
        CREATE TEMP TABLE added AS
            WITH RECURSIVE numbers (n) AS (
                SELECT (SELECT count(*) FROM login_methods) + 1
                UNION ALL SELECT n + 1 FROM numbers WHERE n < $count)
            SELECT lower(hex(randomblob(16))) AS id, 'person-' || n || '@example.com' AS email FROM numbers WHERE n <= $count;
        INSERT INTO login_methods (app_id, user_id, primary_user_id, recipe_id, email, password_hash, time_joined)
            SELECT app_id, id, id, recipe_id, added.email, password_hash, time_joined FROM (SELECT * FROM login_methods LIMIT 1), added;
        INSERT INTO login_method_tenants (app_id, tenant_id, user_id)
            SELECT app_id, tenant_id, id FROM (SELECT * FROM login_method_tenants LIMIT 1), added;
        INSERT INTO login_method_accounts (app_id, tenant_id, user_id, recipe_id, account)
            SELECT app_id, tenant_id, id, recipe_id, email FROM (SELECT * FROM login_method_accounts LIMIT 1), added;
        DROP TABLE added;
        COMMIT;
        """;

    public static async Task RunAsync(string dataDirectory)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services
            .AddSuperTokens(options =>
            {
                options.AppInfo.AppName = "Core";
                options.AppInfo.ApiDomain = "http://localhost:3567";
                options.AppInfo.WebsiteDomain = "http://localhost:3000";
            })
            .UseEmbeddedCore(options =>
            {
                options.DataDirectory = dataDirectory;
                options.AllowOutsideDevelopment = true;

                // Else a sign-in is nothing but the hash of its password, whoever asks for it.
                options.BcryptCost = 4;
            });
        var calls = 0;
        await using var app = builder.Build();
        app.Use((context, next) =>
        {
            Interlocked.Increment(ref calls);
            return next(context);
        });
        app.MapGet("/bench/calls", () => Interlocked.Decrement(ref calls).ToString(CultureInfo.InvariantCulture));
        app.MapPost("/bench/sessions/{count:int}", (int count) => FillAsync(dataDirectory, MoreSessions, count));
        app.MapPost("/bench/users/{count:int}", (int count) => FillAsync(dataDirectory, MoreUsers, count));
        app.MapSuperTokensCore();
        await app.RunAsync();
    }

    [SuppressMessage("Security", "CA2100", Justification = "The two constants above.")]
    private static async Task FillAsync(string dataDirectory, string sql, int count)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, "core.db"), DefaultTimeout = 30, Pooling = false };
        await using var connection = new SqliteConnection(file.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$count", count);
        await command.ExecuteNonQueryAsync();
    }
}
