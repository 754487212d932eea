using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.EmbeddedCore.Tests;

public sealed class HostingTests : IDisposable
{
    private readonly string _contentRoot = Directory.CreateTempSubdirectory("embedded-core-").FullName;

    private string DatabaseFile => Path.Combine(_contentRoot, ".supertokens", "data", "core.db");

    public void Dispose() => Directory.Delete(_contentRoot, recursive: true);

    [Fact]
    public async Task The_SDKs_client_reaches_the_core_without_a_socket()
    {
        await using var app = Build("Development", core => core.InMemory = true);
        await app.StartAsync();
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(CoreDefaults.HttpClientName);
        Assert.Equal("Hello\n", await client.GetStringAsync("http://core.invalid/hello"));
    }

    [Fact]
    public async Task It_refuses_to_start_outside_Development_and_says_why_and_what_to_do()
    {
        await using var app = Build("Production", core => core.InMemory = true);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());
        Assert.Contains("'Production'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("development and tests", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("SuperTokens:ConnectionUri", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("AllowOutsideDevelopment", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_starts_outside_Development_when_told_to()
    {
        await using var app = Build("Production", core => (core.InMemory, core.AllowOutsideDevelopment) = (true, true));
        await app.StartAsync();
    }

    [Fact]
    public async Task With_a_connection_URI_it_stays_out_of_the_way_even_in_Production()
    {
        await using var app = Build("Production", _ => { }, connectionUri: "http://localhost:3567");
        await app.StartAsync();
        Assert.False(Directory.Exists(Path.Combine(_contentRoot, ".supertokens")));
    }

    [Fact]
    public async Task Mapping_it_outside_Development_is_refused_too()
    {
        await using var app = Build("Staging", core => core.InMemory = true);
        Assert.Throws<InvalidOperationException>(() => app.MapSuperTokensCore("/core"));
    }

    [Fact]
    public async Task Options_that_cannot_work_stop_the_start()
    {
        await using var app = Build("Development", core => (core.InMemory, core.BcryptCost) = (true, 3));
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());
        Assert.Contains("BcryptCost is 3", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_data_lies_under_the_content_root_in_a_folder_only_the_developer_reads()
    {
        await using var app = Build("Development", _ => { });
        await app.StartAsync();
        var folder = Path.Combine(_contentRoot, ".supertokens", "data");
        Assert.True(File.Exists(Path.Combine(folder, "core.db")));
        Assert.Contains("Do not commit", await File.ReadAllTextAsync(Path.Combine(folder, "README.txt")), StringComparison.Ordinal);
        Assert.Equal("*\n", await File.ReadAllTextAsync(Path.Combine(folder, ".gitignore")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }
    }

    [Fact]
    public async Task A_start_leaves_the_database_closed_and_the_first_call_opens_it()
    {
        await using var app = Build("Development", _ => { });
        await app.StartAsync();
        Assert.Equal(0, new FileInfo(DatabaseFile).Length);

        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(CoreDefaults.HttpClientName);
        var calls = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetStringAsync("http://core.invalid/hello")));

        Assert.All(calls, answer => Assert.Equal("Hello\n", answer));
        Assert.NotEqual(0, new FileInfo(DatabaseFile).Length);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_and_stays_as_it_is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!);
        await File.WriteAllTextAsync(DatabaseFile, "my notes");
        await using var app = Build("Development", _ => { });
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());
        Assert.Contains(DatabaseFile, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Delete the file", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("my notes", await File.ReadAllTextAsync(DatabaseFile));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_start()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!);
        await using (var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 1000";
            await command.ExecuteNonQueryAsync();
        }

        await using var app = Build("Development", _ => { });
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());
        Assert.Contains("schema version 1000", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Update the package", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_stops_the_start_and_names_the_setting()
    {
        await File.WriteAllTextAsync(Path.Combine(_contentRoot, "taken"), "");
        await using var app = Build("Development", core => core.DataDirectory = "taken");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());
        Assert.Contains("DataDirectory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_after_all_fails_each_call_until_it_can()
    {
        await using var app = Build("Development", _ => { });
        await app.StartAsync();
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(CoreDefaults.HttpClientName);

        await File.WriteAllTextAsync(DatabaseFile, new string('x', 8192));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetStringAsync("http://core.invalid/hello"));
        File.Delete(DatabaseFile);

        Assert.Equal("Hello\n", await client.GetStringAsync("http://core.invalid/hello"));
    }

    [Fact]
    public async Task A_second_application_on_the_same_data_says_so_and_both_work()
    {
        await using var first = Build("Development", _ => { });
        await first.StartAsync();
        using var log = new TestLog();
        await using var second = Build("Development", _ => { }, log: log);
        await second.StartAsync();

        Assert.Contains(log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(DatabaseFile, StringComparison.Ordinal));
        foreach (var app in new[] { first, second })
        {
            var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(CoreDefaults.HttpClientName);
            Assert.Equal("Hello\n", await client.GetStringAsync("http://core.invalid/hello"));
        }
    }

    [Fact]
    public async Task Data_that_its_last_application_left_is_nobodys()
    {
        await using (var first = Build("Development", _ => { }))
        {
            await first.StartAsync();
        }

        using var log = new TestLog();
        await using var second = Build("Development", _ => { }, log: log);
        await second.StartAsync();
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("EmbeddedCore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/core")]
    public async Task Mapped_it_answers_any_SDK_over_HTTP(string pattern)
    {
        await using var app = Build("Development", core => (core.InMemory, core.BcryptCost) = (true, 4), map: pattern);
        await app.StartAsync();
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("cdi-version", "5.4");
        var prefix = pattern.TrimEnd('/');

        using var signUp = await client.PostAsJsonAsync($"{prefix}/public/recipe/signup", new { email = "a@example.com", password = "Str0ngPassw0rd" });
        Assert.Equal("application/json;charset=UTF-8", signUp.Content.Headers.ContentType!.ToString().Replace(" ", "", StringComparison.Ordinal));
        Assert.StartsWith("""{"status":"OK",""", await signUp.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var keys = await client.GetAsync($"{prefix}/.well-known/jwks.json");
        Assert.Equal(TimeSpan.FromSeconds(604_739).TotalSeconds, keys.Headers.CacheControl!.MaxAge!.Value.TotalSeconds, tolerance: 60);

        using var unknown = await client.GetAsync($"{prefix}/does/not/exist");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{prefix}/hello"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, head.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.OK)]
    public async Task A_page_in_the_developers_browser_cannot_use_it(string header, string value, HttpStatusCode expected)
    {
        await using var app = Build("Development", core => (core.InMemory, core.BcryptCost) = (true, 4), map: "/");
        await app.StartAsync();
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add(header, value);
        using var body = new StringContent("""{"email":"a@example.com","password":"Str0ngPassw0rd"}""", Encoding.UTF8, "text/plain");

        using var response = await client.PostAsync("/recipe/signup", body);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_400()
    {
        await using var app = Build("Development", core => core.InMemory = true, map: "/");
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var body = new StringContent($$"""{"email":"{{new string('a', 5_000_000)}}"}""", Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/recipe/signup", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private WebApplication Build(string environment, Action<EmbeddedCoreOptions> configure, string? connectionUri = null, string? map = null, TestLog? log = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = _contentRoot });
        builder.WebHost.UseTestServer();
        builder.Services
            .AddSuperTokens(options =>
            {
                options.ConnectionUri = connectionUri;
                options.AppInfo.AppName = "Test";
                options.AppInfo.ApiDomain = "http://localhost:4000";
                options.AppInfo.WebsiteDomain = "http://localhost:3000";
            })
            .UseEmbeddedCore(configure);
        builder.Services.AddLeakCheck(log);
        var app = builder.Build();
        if (map is not null)
        {
            app.MapSuperTokensCore(map);
        }

        return app;
    }
}
