using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class SecurityTests
{
    private const string Tenant = "GET /public/recipe/multitenancy/tenant/v2";
    private const string OpenTenant = """{"status":"OK","tenantId":"public","thirdParty":{"providers":[]},"coreConfig":{}}""";

    public static TheoryData<string> PostPaths => ["/auth/signup", "/auth/signin", "/auth/user/password/reset/token", "/auth/user/password/reset"];

    [Theory]
    [MemberData(nameof(PostPaths))]
    public async Task Malformed_bodies_are_400(string path)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        foreach (var body in (string[])
        [
            "this is not json",
            "null",
            "[1,2]",
            """{"formFields":[],"formFields":[]}""",
            """{"formFields":[{"id":"email","value":"a@example.com","value":"b@example.com"}]}""",
            """{"formFields":"x"}""",
            """{"formFields":[null]}""",
            """{"formFields":[{"id":"email","value":1},{"id":"password","value":2}]}""",
            """{"formFields":[{"id":"password","value":{"a":1}}]}""",
            """{"formFields":[{"id":"email","value":"\ud800"}]}""",
            $$"""{"formFields":{{new string('[', 100)}}{{new string(']', 100)}}}""",
            $$"""{"formFields":[{"id":"email","value":"{{new string('a', 2_000_000)}}"}]}""",
        ])
        {
            var answer = await app.PostTextAsync(path, body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Code);
            Assert.NotEmpty(answer.Message);
            Assert.Null(answer.AccessToken);
        }

        Assert.Empty(app.CoreCalls.Calls);
    }

    [Theory]
    [MemberData(nameof(PostPaths))]
    public async Task Other_methods_are_left_to_the_application(string path)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync(path)).Code);
    }

    [Fact]
    public async Task Failing_core_is_500_and_never_wrong_credentials()
    {
        foreach (var core in (StubCore[])
        [
            new StubCore(),
            new StubCore().Answer(Tenant, OpenTenant).Answer("POST /public/recipe/signin", HttpStatusCode.InternalServerError, "Internal Error", "text/plain"),
            new StubCore().Answer(Tenant, OpenTenant).Answer("POST /public/recipe/signin", HttpStatusCode.OK, "<html>", "text/html"),
            new StubCore().Answer(Tenant, OpenTenant).Answer("POST /public/recipe/signin", """{"status":"OK"}"""),
            new StubCore().Answer(Tenant, OpenTenant).Answer("POST /public/recipe/signin", """{"status":"SOMETHING_NEW"}"""),
            new StubCore().Answer(Tenant, OpenTenant).Answer("POST /public/recipe/signin", HttpStatusCode.Unauthorized, "Invalid API key", "text/plain"),
            new StubCore().Answer(Tenant, OpenTenant).Answer("POST /public/recipe/signin", _ => throw new HttpRequestException("refused")),
        ])
        {
            await using var app = await TestApp.StartAsync(core, builder => builder.AddEmailPassword());
            using var response = await app.CreateClient().PostAsync("/auth/signin", new StringContent(EmailPasswordApp.Form("ann@example.com").ToJsonString()));
            var text = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain("WRONG_CREDENTIALS", text, StringComparison.Ordinal);
            Assert.DoesNotContain("API key", text, StringComparison.Ordinal);
            Assert.DoesNotContain("signin", text, StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task No_log_line_holds_an_address_a_password_or_a_token()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        const string Email = "secret.ann@example.com";
        var session = await app.SignUpAsync(Email);
        await app.SignUpAsync(Email);
        await app.SignInAsync(Email, "Wr0ngPassword");
        await app.SignInAsync(Email);
        await app.SignInAsync("not-an-address secret.ann");
        await app.GetAsync($"/auth/emailpassword/email/exists?email={Uri.EscapeDataString("secret.ann@example.com")}");
        await app.RequestResetAsync(Email);
        await app.ResetAsync(app.Mails.Token, "weakpass");
        await app.ResetAsync(app.Mails.Token, "N3wPassw0rd");
        await app.ResetAsync(app.Mails.Token, "N3wPassw0rd");

        string[] secrets = ["secret.ann", EmailPasswordApp.Password, "Wr0ngPassword", "N3wPassw0rd", "weakpass", app.Mails.Token, session.AccessToken!];
        Assert.NotEmpty(app.App.Log.Lines);
        var own = app.App.Log.Lines.Where(line => !line.Contains(" Microsoft.AspNetCore.", StringComparison.Ordinal));
        Assert.DoesNotContain(own, line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Core_answer_is_not_relayed()
    {
        var user = """{"id":"u1","isPrimaryUser":false,"tenantIds":["public"],"timeJoined":1,"emails":["ann@example.com"],"phoneNumbers":[],"thirdParty":[],"secret":"s3cret","loginMethods":[{"recipeId":"emailpassword","recipeUserId":"u1","tenantIds":["public"],"timeJoined":1,"verified":false,"email":"ann@example.com","passwordHash":"$2a$10$x"}]}""";
        var core = new StubCore()
            .Answer(Tenant, OpenTenant)
            .Answer("POST /public/recipe/signin", $$"""{"status":"OK","recipeUserId":"u1","user":{{user}},"internal":"s3cret"}""")
            .Answer("POST /public/recipe/session", RecordedSession())
            .Answer("GET /public/users/by-accountinfo", $$"""{"status":"OK","users":[{{user}}]}""")
            .Answer("POST /public/recipe/user/password/reset/token", """{"status":"OK","token":"s3cret"}""");
        await using var app = await TestApp.StartAsync(core, builder =>
        {
            builder.AddEmailPassword();
            builder.Services.AddSingleton<IEmailSender>(new KeptMails());
        });
        foreach (var (path, form) in ((string, JsonObject)[])
        [
            ("/auth/signin", EmailPasswordApp.Form("ann@example.com")),
            ("/auth/user/password/reset/token", new JsonObject { ["formFields"] = new JsonArray(EmailPasswordApp.Field("email", "ann@example.com")) }),
        ])
        {
            var text = await (await app.CreateClient().PostAsync(path, new StringContent(form.ToJsonString()))).Content.ReadAsStringAsync();
            Assert.Contains("\"OK\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("passwordHash", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Address_that_was_linked_without_proof_gets_no_reset()
    {
        var user = """{"id":"p1","isPrimaryUser":true,"tenantIds":["public"],"timeJoined":1,"emails":["ann@example.com","eve@example.com"],"phoneNumbers":[],"thirdParty":[{"id":"google","userId":"g1"}],"loginMethods":[{"recipeId":"emailpassword","recipeUserId":"u1","tenantIds":["public"],"timeJoined":1,"verified":VERIFIED,"email":"ann@example.com"},{"recipeId":"thirdparty","recipeUserId":"p1","tenantIds":["public"],"timeJoined":1,"verified":true,"email":"eve@example.com","thirdParty":{"id":"google","userId":"g1"}}]}""";
        foreach (var verified in (bool[])[false, true])
        {
            var mails = new KeptMails();
            var core = new StubCore()
                .Answer("GET /public/users/by-accountinfo", $$"""{"status":"OK","users":[{{user.Replace("VERIFIED", verified ? "true" : "false", StringComparison.Ordinal)}}]}""")
                .Answer("POST /public/recipe/user/password/reset/token", """{"status":"OK","token":"abc"}""");
            await using var app = await TestApp.StartAsync(core, builder =>
            {
                builder.AddEmailPassword();
                builder.Services.AddSingleton<IEmailSender>(mails);
            });
            var body = new JsonObject { ["formFields"] = new JsonArray(EmailPasswordApp.Field("email", "ann@example.com")) };
            var text = await (await app.CreateClient().PostAsync("/auth/user/password/reset/token", new StringContent(body.ToJsonString()))).Content.ReadAsStringAsync();

            Assert.Equal(
                verified
                    ? """{"status":"OK"}"""
                    : """{"status":"PASSWORD_RESET_NOT_ALLOWED","reason":"Reset password link was not created because of account take over risk. Please contact support. (ERR_CODE_001)"}""",
                text);
            Assert.Equal(verified ? 1 : 0, mails.All.Count);
        }
    }

    [Fact]
    public async Task Tenant_that_does_not_begin_with_a_password_refuses_before_looking_at_it()
    {
        var core = new StubCore().Answer(Tenant, """{"status":"OK","tenantId":"public","firstFactors":["thirdparty"],"thirdParty":{"providers":[]},"coreConfig":{}}""");
        await using var app = await TestApp.StartAsync(core, builder => builder.AddEmailPassword());
        foreach (var path in (string[])["/auth/signin", "/auth/signup"])
        {
            using var response = await app.CreateClient().PostAsync(path, new StringContent(EmailPasswordApp.Form("ann@example.com").ToJsonString()));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("""{"message":"unauthorised"}""", await response.Content.ReadAsStringAsync());
        }

        Assert.All(core.Calls, call => Assert.Equal("/public/recipe/multitenancy/tenant/v2", call.Path));
    }

    [Fact]
    public async Task Cancelled_request_ends_the_work_without_an_error_in_the_log()
    {
        var reached = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var app = await EmailPasswordApp.StartAsync(builder => builder.Override<IEmailPasswordRecipe>((inner, _) => new Endless(inner, reached, ended)));
        using var cancellation = new CancellationTokenSource();

        var request = app.App.CreateClient().PostAsync("/auth/signin", new StringContent(EmailPasswordApp.Form("ann@example.com").ToJsonString()), cancellation.Token);
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(app.App.Log.Lines, line => line.StartsWith("Error SuperTokens.", StringComparison.Ordinal));
    }

    private static string RecordedSession()
    {
        var flow = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Recordings", "emailpassword-signup-signin.json")))!;
        var exchange = flow["exchanges"]!.AsArray().First(item => (string)item!["request"]!["path"]! == "/public/recipe/session")!;
        return exchange["response"]!["body"]!.ToJsonString();
    }

    private sealed class Endless(IEmailPasswordRecipe inner, TaskCompletionSource reached, TaskCompletionSource ended) : DelegatingEmailPasswordRecipe(inner)
    {
        public override async Task<VerifyCredentialsResult> VerifyCredentialsAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default)
        {
            reached.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }

            return new VerifyCredentialsResult.WrongCredentials();
        }
    }
}
