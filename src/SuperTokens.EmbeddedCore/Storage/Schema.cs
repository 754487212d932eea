using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>The tables. Each version is a step that is applied once, in order; the file remembers the last one (<c>user_version</c>).</summary>
internal static class Schema
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE apps (
            app_id TEXT PRIMARY KEY,
            created_at INTEGER NOT NULL
        );
        CREATE TABLE tenants (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            tenant_id TEXT NOT NULL,
            first_factors TEXT,
            required_secondary_factors TEXT,
            core_config TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            PRIMARY KEY (app_id, tenant_id)
        );
        CREATE TABLE signing_keys (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            key_id TEXT NOT NULL,
            is_static INTEGER NOT NULL,
            private_key BLOB NOT NULL,
            created_at INTEGER NOT NULL,
            PRIMARY KEY (app_id, key_id)
        );
        CREATE TABLE app_secrets (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            name TEXT NOT NULL,
            value BLOB NOT NULL,
            PRIMARY KEY (app_id, name)
        );
        CREATE TABLE login_methods (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            user_id TEXT NOT NULL,
            primary_user_id TEXT NOT NULL,
            is_primary INTEGER NOT NULL DEFAULT 0,
            recipe_id TEXT NOT NULL,
            email TEXT,
            phone_number TEXT,
            third_party_id TEXT,
            third_party_user_id TEXT,
            password_hash TEXT,
            time_joined INTEGER NOT NULL,
            PRIMARY KEY (app_id, user_id)
        );
        CREATE INDEX login_methods_by_primary ON login_methods (app_id, primary_user_id);
        CREATE INDEX login_methods_by_email ON login_methods (app_id, email);
        CREATE INDEX login_methods_by_phone ON login_methods (app_id, phone_number);
        CREATE TABLE login_method_tenants (
            app_id TEXT NOT NULL,
            tenant_id TEXT NOT NULL,
            user_id TEXT NOT NULL,
            recipe_id TEXT NOT NULL,
            account TEXT NOT NULL,
            PRIMARY KEY (app_id, tenant_id, user_id),
            UNIQUE (app_id, tenant_id, recipe_id, account),
            FOREIGN KEY (app_id, user_id) REFERENCES login_methods ON DELETE CASCADE,
            FOREIGN KEY (app_id, tenant_id) REFERENCES tenants ON DELETE CASCADE
        );
        CREATE TABLE password_reset_tokens (
            app_id TEXT NOT NULL,
            user_id TEXT NOT NULL,
            token_hash TEXT NOT NULL,
            email TEXT NOT NULL,
            expires_at INTEGER NOT NULL,
            PRIMARY KEY (app_id, token_hash),
            FOREIGN KEY (app_id, user_id) REFERENCES login_methods ON DELETE CASCADE
        );
        CREATE TABLE sessions (
            app_id TEXT NOT NULL,
            tenant_id TEXT NOT NULL,
            session_handle TEXT NOT NULL,
            user_id TEXT NOT NULL,
            refresh_token_hash2 TEXT NOT NULL,
            data_in_database TEXT NOT NULL,
            data_in_jwt TEXT NOT NULL,
            use_static_key INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            PRIMARY KEY (app_id, session_handle),
            FOREIGN KEY (app_id, tenant_id) REFERENCES tenants ON DELETE CASCADE
        );
        CREATE INDEX sessions_by_user ON sessions (app_id, user_id);
        CREATE TABLE verified_emails (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            user_id TEXT NOT NULL,
            email TEXT NOT NULL,
            PRIMARY KEY (app_id, user_id, email)
        );
        CREATE TABLE email_verification_tokens (
            app_id TEXT NOT NULL,
            tenant_id TEXT NOT NULL,
            user_id TEXT NOT NULL,
            email TEXT NOT NULL,
            token_hash TEXT NOT NULL,
            expires_at INTEGER NOT NULL,
            PRIMARY KEY (app_id, tenant_id, token_hash),
            FOREIGN KEY (app_id, tenant_id) REFERENCES tenants ON DELETE CASCADE
        );
        CREATE TABLE role_permissions (
            app_id TEXT NOT NULL,
            role TEXT NOT NULL,
            permission TEXT NOT NULL,
            PRIMARY KEY (app_id, role, permission),
            FOREIGN KEY (app_id, role) REFERENCES roles ON DELETE CASCADE
        );
        CREATE TABLE roles (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            role TEXT NOT NULL,
            PRIMARY KEY (app_id, role)
        );
        CREATE TABLE user_roles (
            app_id TEXT NOT NULL,
            tenant_id TEXT NOT NULL,
            user_id TEXT NOT NULL,
            role TEXT NOT NULL,
            PRIMARY KEY (app_id, tenant_id, user_id, role),
            FOREIGN KEY (app_id, tenant_id) REFERENCES tenants ON DELETE CASCADE,
            FOREIGN KEY (app_id, role) REFERENCES roles ON DELETE CASCADE
        );
        CREATE TABLE user_metadata (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            user_id TEXT NOT NULL,
            metadata TEXT NOT NULL,
            PRIMARY KEY (app_id, user_id)
        );
        CREATE TABLE active_users (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            user_id TEXT NOT NULL,
            last_active_at INTEGER NOT NULL,
            PRIMARY KEY (app_id, user_id)
        );
        """,
        // Providers of tenants.
        """
        CREATE TABLE tenant_providers (
            app_id TEXT NOT NULL,
            tenant_id TEXT NOT NULL,
            third_party_id TEXT NOT NULL,
            config TEXT NOT NULL,
            PRIMARY KEY (app_id, tenant_id, third_party_id),
            FOREIGN KEY (app_id, tenant_id) REFERENCES tenants ON DELETE CASCADE
        );
        """,
        // Passwordless: a login method may own two accounts, an e-mail and a phone number.
        """
        ALTER TABLE login_method_tenants RENAME TO old_login_method_tenants;
        CREATE TABLE login_method_tenants (
            app_id TEXT NOT NULL,
            tenant_id TEXT NOT NULL,
            user_id TEXT NOT NULL,
            PRIMARY KEY (app_id, tenant_id, user_id),
            FOREIGN KEY (app_id, user_id) REFERENCES login_methods ON DELETE CASCADE,
            FOREIGN KEY (app_id, tenant_id) REFERENCES tenants ON DELETE CASCADE
        );
        CREATE TABLE login_method_accounts (
            app_id TEXT NOT NULL,
            tenant_id TEXT NOT NULL,
            user_id TEXT NOT NULL,
            recipe_id TEXT NOT NULL,
            account TEXT NOT NULL,
            PRIMARY KEY (app_id, tenant_id, recipe_id, account),
            FOREIGN KEY (app_id, tenant_id, user_id) REFERENCES login_method_tenants ON DELETE CASCADE
        );
        CREATE INDEX login_method_accounts_by_user ON login_method_accounts (app_id, user_id);
        INSERT INTO login_method_tenants SELECT app_id, tenant_id, user_id FROM old_login_method_tenants ORDER BY rowid;
        INSERT INTO login_method_accounts SELECT app_id, tenant_id, user_id, recipe_id, account FROM old_login_method_tenants;
        DROP TABLE old_login_method_tenants;
        CREATE TABLE passwordless_devices (
            app_id TEXT NOT NULL,
            tenant_id TEXT NOT NULL,
            device_id_hash TEXT NOT NULL,
            email TEXT,
            phone_number TEXT,
            link_code_salt BLOB NOT NULL,
            failed_attempts INTEGER NOT NULL,
            PRIMARY KEY (app_id, tenant_id, device_id_hash),
            FOREIGN KEY (app_id, tenant_id) REFERENCES tenants ON DELETE CASCADE
        );
        CREATE INDEX passwordless_devices_by_email ON passwordless_devices (app_id, tenant_id, email);
        CREATE INDEX passwordless_devices_by_phone ON passwordless_devices (app_id, tenant_id, phone_number);
        CREATE TABLE passwordless_codes (
            app_id TEXT NOT NULL,
            tenant_id TEXT NOT NULL,
            code_id TEXT NOT NULL,
            device_id_hash TEXT NOT NULL,
            link_code_hash TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            PRIMARY KEY (app_id, tenant_id, code_id),
            UNIQUE (app_id, tenant_id, link_code_hash),
            FOREIGN KEY (app_id, tenant_id, device_id_hash) REFERENCES passwordless_devices ON DELETE CASCADE
        );
        CREATE INDEX passwordless_codes_by_device ON passwordless_codes (app_id, tenant_id, device_id_hash);
        """,
        // External user ids. A primary user's id outlives its login method, and so may a mapping or a token of that id.
        """
        CREATE TABLE user_id_mappings (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            user_id TEXT NOT NULL,
            external_user_id TEXT NOT NULL,
            info TEXT,
            PRIMARY KEY (app_id, user_id),
            UNIQUE (app_id, external_user_id)
        );
        DROP TABLE password_reset_tokens;
        CREATE TABLE password_reset_tokens (
            app_id TEXT NOT NULL REFERENCES apps ON DELETE CASCADE,
            user_id TEXT NOT NULL,
            token_hash TEXT NOT NULL,
            email TEXT NOT NULL,
            expires_at INTEGER NOT NULL,
            PRIMARY KEY (app_id, token_hash)
        );
        CREATE INDEX password_reset_tokens_by_user ON password_reset_tokens (app_id, user_id);
        """,
        // Recipes that are off in a tenant: a JSON list.
        """
        ALTER TABLE tenants ADD COLUMN disabled_recipes TEXT NOT NULL DEFAULT '[]';
        """,
        // What SQLite has to know to find one user among many: nearly all rows have the same app, so that an index is only as good as its other
        // columns. Without these numbers it takes the app alone for a good enough key, and reads every user.
        """
        CREATE INDEX login_methods_by_third_party ON login_methods (app_id, third_party_id, third_party_user_id);
        CREATE INDEX login_method_tenants_by_user ON login_method_tenants (app_id, user_id);
        ANALYZE sqlite_schema;
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
            ('login_methods', 'sqlite_autoindex_login_methods_1', '1000000 1000000 1'),
            ('login_methods', 'login_methods_by_primary', '1000000 1000000 2'),
            ('login_methods', 'login_methods_by_email', '1000000 1000000 2'),
            ('login_methods', 'login_methods_by_phone', '1000000 1000000 2'),
            ('login_methods', 'login_methods_by_third_party', '1000000 1000000 100000 1'),
            ('login_method_tenants', 'sqlite_autoindex_login_method_tenants_1', '1000000 1000000 100000 1'),
            ('login_method_tenants', 'login_method_tenants_by_user', '1000000 1000000 2'),
            ('login_method_accounts', 'sqlite_autoindex_login_method_accounts_1', '1000000 1000000 100000 100000 1'),
            ('login_method_accounts', 'login_method_accounts_by_user', '1000000 1000000 2');
        ANALYZE sqlite_schema;
        """,
    ];

    /// <summary>Brings the database to the newest version: all of the way, or, when a step fails, not at all.</summary>
    /// <exception cref="InvalidOperationException">The file was written by a newer version of this package.</exception>
    public static void Apply(SqliteConnection connection) => Apply(connection, Steps.Length);

    /// <exception cref="InvalidOperationException">The file was written by a newer version of this package.</exception>
    public static void RequireKnown(int version, string file)
    {
        if (version > Steps.Length)
        {
            throw new InvalidOperationException(
                $"The embedded core's database {file} has schema version {version}, and this version of "
                + $"SuperTokens.EmbeddedCore knows up to {Steps.Length}. Update the package, or delete the file to start with an empty core.");
        }
    }

    /// <summary>Brings the database to a version, so that tests can start from an old one.</summary>
    /// <exception cref="InvalidOperationException">The file was written by a newer version of this package.</exception>
    public static void Apply(SqliteConnection connection, int version)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "PRAGMA user_version";
        var current = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        RequireKnown(current, connection.DataSource);

        foreach (var step in Steps.Take(version).Skip(current))
        {
            // The steps are constants of this file; PRAGMA takes no parameters.
#pragma warning disable CA2100
            command.CommandText = step;
            command.ExecuteNonQuery();
            current++;
            command.CommandText = $"PRAGMA user_version = {current.ToString(CultureInfo.InvariantCulture)}";
            command.ExecuteNonQuery();
#pragma warning restore CA2100
        }

        transaction.Commit();
    }
}
