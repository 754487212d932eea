using Microsoft.Data.Sqlite;
using SQLitePCL;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Tests.Storage;

/// <summary>What the database does for one user, counted in the steps of its machine, does not grow with the number of the others.</summary>
public sealed class GrowthTests
{
    private const string Email = "person-5@example.com";

    private static readonly TenantKey Tenant = new("public", TenantKey.Default);

    public static TheoryData<string> Questions() => new(Asked.Keys);

    private static Dictionary<string, Action<DatabaseScope>> Asked { get; } = new()
    {
        ["by id"] = db => Assert.NotNull(UserStore.Find(db, Tenant.AppId, "user-5")),
        ["to sign in"] = db => Assert.NotNull(UserStore.FindByAccount(db, Tenant, "emailpassword", Email)),
        ["by address"] = db => Assert.Single(UserStore.FindByAccountInfo(db, Tenant, any: true, Email, null, null, null)),
        ["by provider"] = db => Assert.Empty(UserStore.FindByAccountInfo(db, Tenant, any: true, null, null, "google", "one")),
        ["to be linked"] = db => Assert.Null(AccountLinkStore.FindConflict(db, Tenant.AppId, Person(5), [Tenant.TenantId], "user-5")),
        ["to sign up"] = db => Assert.False(UserStore.TryAdd(db, Tenant, Person(5) with { UserId = "another" })),
        ["to be removed"] = db => Assert.Equal(1, db.Execute($"DELETE FROM login_methods WHERE app_id = {Tenant.AppId} AND user_id = {"user-5"}")),
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_user_is_found_in_as_many_steps_among_ten_as_among_two_thousand(string question)
    {
        var few = CountSteps(users: 10, Asked[question]);
        Assert.InRange(CountSteps(users: 2_000, Asked[question]), 1, 2 * few);
    }

    private static int CountSteps(int users, Action<DatabaseScope> ask)
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=True");
        connection.Open();
        Schema.Apply(connection);
        var db = new DatabaseScope(connection, transaction: null);
        db.Execute($"INSERT INTO apps (app_id, created_at) VALUES ({Tenant.AppId}, {0})");
        db.Execute($"INSERT INTO tenants (app_id, tenant_id, core_config, created_at) VALUES ({Tenant.AppId}, {Tenant.TenantId}, {"{}"}, {0})");
        for (var user = 0; user < users; user++)
        {
            Assert.True(UserStore.TryAdd(db, Tenant, Person(user)));
        }

        var steps = 0;
        raw.sqlite3_progress_handler(connection.Handle, 1, _ => Interlocked.Increment(ref steps) * 0, null);
        ask(db);
        raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
        return steps;
    }

    private static LoginMethod Person(int number)
        => new($"user-{number}", $"user-{number}", false, "emailpassword", $"person-{number}@example.com", null, null, null, "hash", 0, [], false);
}
