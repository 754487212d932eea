using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Tests.Storage;

public sealed class PersistenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("embedded-core-").FullName;

    private string File => Path.Combine(_folder, "core.db");

    [Fact]
    public async Task A_restart_keeps_users_sessions_and_keys()
    {
        string keys;
        JsonObject session;
        using (var before = new TestCore(file: File))
        {
            await before.SignUpAsync("a@example.com");
            session = await before.CreateSessionAsync();
            keys = (await before.GetAsync("/.well-known/jwks.json")).ToJsonString();
        }

        using var after = new TestCore(file: File);
        Assert.Equal(keys, (await after.GetAsync("/.well-known/jwks.json")).ToJsonString());
        Assert.Equal("OK", (string?)(await after.PostAsync("/recipe/signin", new JsonObject { ["email"] = "a@example.com", ["password"] = "Str0ngPassw0rd" }))["status"]);
        Assert.Equal("OK", (string?)(await after.VerifyAsync((string)session["accessToken"]!["token"]!, checkDatabase: true))["status"]);
        Assert.Equal("OK", (string?)(await after.RefreshAsync((string)session["refreshToken"]!["token"]!))["status"]);
    }

    [Fact]
    public async Task Two_cores_on_one_file_agree()
    {
        using var one = new TestCore(file: File);
        using var two = new TestCore(file: File);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : two).SignUpAsync("same@example.com")));
        Assert.Single(answers, answer => (string?)answer["status"] == "OK");

        var token = (string)(await one.CreateSessionAsync())["accessToken"]!["token"]!;
        Assert.Equal("OK", (string?)(await two.VerifyAsync(token, checkDatabase: true))["status"]);

        // One makes a new key; two has not seen it yet.
        one.Time.Advance(TimeSpan.FromDays(8));
        token = (string)(await one.CreateSessionAsync())["accessToken"]!["token"]!;
        Assert.Equal("OK", (string?)(await two.VerifyAsync(token))["status"]);
    }

    [Fact]
    public async Task Two_cores_on_one_file_give_an_e_mail_to_one_primary_user()
    {
        using var one = new TestCore(file: File);
        using var two = new TestCore(file: File);
        var users = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            users.Add((string)(await one.PostAsync("/recipe/signinup", new JsonObject
            {
                ["thirdPartyId"] = "corp",
                ["thirdPartyUserId"] = $"{i}",
                ["email"] = new JsonObject { ["id"] = "same@example.com", ["isVerified"] = true },
            }))["recipeUserId"]!);
        }

        var answers = await Task.WhenAll(users.Select((user, i) =>
            (i % 2 == 0 ? one : two).PostAsync("/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = user })));
        Assert.Single(answers, answer => (string?)answer["status"] == "OK");
    }

    [Fact]
    public async Task One_code_tried_in_two_cores_on_one_file_signs_in_once()
    {
        using var one = new PasswordlessCore(file: File);
        using var two = new PasswordlessCore(file: File);
        var code = await one.CreateAsync("a@example.com");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : two).ConsumeAsync(code)));
        Assert.Single(answers, answer => (string?)answer["status"] == "OK");

        var guessed = await one.CreateAsync("b@example.com");
        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? one : two).ConsumeAsync(guessed, "wrong")));
        Assert.Equal(4, guesses.Count(answer => (string?)answer["status"] == "INCORRECT_USER_INPUT_CODE_ERROR"));
    }

    [Fact]
    public async Task What_has_expired_is_gone_after_a_restart()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_795_000_000));
        using (var before = new TestCore(file: File, time: time))
        {
            await before.CreateSessionAsync("old");
        }

        time.Advance(TimeSpan.FromDays(101));
        using (new TestCore(file: File, time: time))
        {
        }

        using var database = new CoreDatabase(File);
        Assert.Equal(0, database.Read(db => db.Count($"SELECT COUNT(*) FROM sessions")));
    }

    [Fact]
    public async Task Neither_passwords_nor_one_time_tokens_nor_refresh_tokens_can_be_read_from_the_file()
    {
        string resetToken;
        string refreshToken;
        using (var core = new TestCore(file: File))
        {
            var user = (await core.SignUpAsync("a@example.com"))["user"]!;
            resetToken = (string)(await core.PostAsync(
                "/recipe/user/password/reset/token",
                new JsonObject { ["userId"] = (string)user["id"]!, ["email"] = "a@example.com" }))["token"]!;
            refreshToken = (string)(await core.CreateSessionAsync())["refreshToken"]!["token"]!;
        }

        var content = System.Text.Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(File));
        Assert.Contains("a@example.com", content, StringComparison.Ordinal);
        Assert.DoesNotContain("Str0ngPassw0rd", content, StringComparison.Ordinal);
        Assert.DoesNotContain(resetToken, content, StringComparison.Ordinal);
        Assert.DoesNotContain(refreshToken, content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_device_ids_nor_passwordless_codes_can_be_read_from_the_file()
    {
        JsonObject code;
        using (var core = new PasswordlessCore(file: File))
        {
            code = await core.CreateAsync("a@example.com");
            await core.ResendAsync(code, "a custom user input code");
            await core.ConsumeAsync(code, "a wrong user input code");
        }

        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        var content = System.Text.Encoding.Latin1.GetString(bytes);
        Assert.Contains("a@example.com", content, StringComparison.Ordinal);
        Assert.Contains((string)code["preAuthSessionId"]!, content, StringComparison.Ordinal);
        foreach (var secret in new[] { (string)code["deviceId"]!, (string)code["linkCode"]!, "a custom user input code", "a wrong user input code" })
        {
            Assert.DoesNotContain(secret, content, StringComparison.Ordinal);
        }

        Assert.Equal(-1, bytes.AsSpan().IndexOf(Convert.FromBase64String((string)code["deviceId"]!)));
    }

    [Fact]
    public async Task A_passwordless_flow_survives_a_restart_and_what_has_expired_does_not()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_795_000_000));
        JsonObject old;
        JsonObject code;
        using (var before = new PasswordlessCore(file: File, time: time))
        {
            old = await before.CreateAsync("old@example.com");
            time.Advance(TimeSpan.FromMinutes(10));
            code = await before.CreateAsync("a@example.com");
            await before.ConsumeAsync(code, "wrong");
        }

        time.Advance(TimeSpan.FromMinutes(6));
        using var after = new PasswordlessCore(file: File, time: time);
        Assert.Equal("RESTART_FLOW_ERROR", (string?)(await after.ConsumeAsync(old))["status"]);
        Assert.Equal(1, (int)(await after.ConsumeAsync(code))["consumedDevice"]!["failedCodeInputAttemptCount"]!);
    }

    [Fact]
    public async Task Users_of_the_first_version_of_the_file_keep_their_accounts_and_tenants()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False;Foreign Keys=True"))
        {
            await connection.OpenAsync();
            Schema.Apply(connection, version: 1);
            using var command = connection.CreateCommand();
            command.CommandText = """
                INSERT INTO apps VALUES ('public', 1);
                INSERT INTO tenants VALUES ('public', 'public', NULL, NULL, '{}', 1), ('public', 't1', NULL, NULL, '{}', 1);
                INSERT INTO login_methods (app_id, user_id, primary_user_id, recipe_id, email, password_hash, time_joined)
                    VALUES ('public', 'u', 'u', 'emailpassword', 'a@example.com', 'x', 5);
                INSERT INTO login_method_tenants VALUES
                    ('public', 't1', 'u', 'emailpassword', 'a@example.com'), ('public', 'public', 'u', 'emailpassword', 'a@example.com');
                """;
            await command.ExecuteNonQueryAsync();
        }

        using var core = new TestCore(file: File);
        Assert.Equal("EMAIL_ALREADY_EXISTS_ERROR", (string?)(await core.SignUpAsync("a@example.com"))["status"]);
        Assert.Equal("EMAIL_ALREADY_EXISTS_ERROR", (string?)(await core.SignUpAsync("a@example.com", "/t1/recipe/signup"))["status"]);
        var user = (await core.GetAsync("/user/id?userId=u"))["user"]!;
        Assert.Equal("t1,public", string.Join(',', user["tenantIds"]!.AsArray().Select(tenant => (string?)tenant)));
    }

    [Fact]
    public void A_transaction_that_fails_leaves_nothing_behind()
    {
        using var database = new CoreDatabase(File);
        Assert.Throws<InvalidOperationException>(() => database.Write(db =>
        {
            db.Execute($"INSERT INTO apps (app_id, created_at) VALUES ({"half"}, {1})");
            throw new InvalidOperationException();
        }));
        Assert.False(database.Read(db => db.Exists($"SELECT 1 FROM apps WHERE app_id = {"half"}")));
    }

    [Fact]
    public void A_file_of_a_newer_version_is_left_alone_and_the_message_says_what_to_do()
    {
        new CoreDatabase(File).Dispose();
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }

        var refusal = Assert.Throws<InvalidOperationException>(() => new CoreDatabase(File));
        Assert.Contains("999", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Update the package, or delete the file", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone_and_the_message_says_what_to_do()
    {
        System.IO.File.WriteAllText(File, new string('x', 4096));
        var refusal = Assert.Throws<InvalidOperationException>(() => new CoreDatabase(File));
        Assert.Contains(File, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Delete the file", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("xxx", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
