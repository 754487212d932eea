using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Passwordless;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Tests.ThirdParty;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting;

/// <summary>Every flow, with each of its core calls failing in turn, in each way a core can fail.</summary>
public sealed class FailingCoreTests
{
    private const string Email = "ann@example.com";

    // Its whole answer is the status.
    private const string ChangesPassword = "PUT /recipe/user";

    // What a core sends, and how every access token begins, included.
    private static readonly string[] Secrets = [Email, EmailPasswordApp.Password, StaticProvider.Email, "internals of the core", "eyJ"];

    // Null breaks the connection.
    private static readonly (HttpStatusCode Status, string? Type, string? Body)[] Failures =
    [
        (HttpStatusCode.OK, null, null),
        (HttpStatusCode.InternalServerError, "text/plain", "internals of the core"),
        (HttpStatusCode.OK, "text/html", "<html>internals of the core</html>"),
        (HttpStatusCode.OK, "application/json", """{"status":"internals of the core"""),
        (HttpStatusCode.OK, "application/json", "{}"),
        (HttpStatusCode.OK, "application/json", """{"status":"NEW_STATUS_OF_THE_CORE"}"""),
        (HttpStatusCode.OK, "application/json", """{"status":"OK","keys":null,"users":null,"user":null,"session":null,"accessToken":null,"refreshToken":null,"token":null,"userId":null,"sessionHandlesRevoked":null,"devices":null,"deviceId":null,"consumedDevice":null}"""),
        (HttpStatusCode.OK, "application/json", """{"status":"OK","keys":[null],"users":[null],"user":{},"session":{},"accessToken":{},"refreshToken":{},"token":[],"userId":7,"sessionHandlesRevoked":7,"devices":[null],"deviceId":7,"consumedDevice":{}}"""),
        (HttpStatusCode.OK, "application/json", """{"status":"OK","keys":[{"kty":"RSA","kid":"k","n":"!"}],"users":[{}],"devices":[{"preAuthSessionId":"p","failedCodeInputAttemptCount":0}],"deviceId":"d","userInputCode":"1","session":{"handle":"h","userId":"u"},"accessToken":{"token":"x","expiry":1,"createdTime":1},"refreshToken":{"token":"x","expiry":1e300,"createdTime":1}}"""),
    ];

    public static TheoryData<string> Flows => ["sign up", "sign in", "email exists", "reset token", "reset", "refresh", "sign out", "verify", "check database", "jwks", "login methods", "send verification", "verify address", "is verified", "sign in with a provider", "authorisation url", "create code", "resend code", "consume code", "number exists"];

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_core_that_fails_anywhere_is_a_500_without_tokens_and_without_its_words(string flow)
    {
        for (var call = 1; ; call++)
        {
            var reached = false;
            foreach (var failure in Failures)
            {
                var breaker = new Breaker();
                await using var app = await StartAsync(breaker);
                var request = await PrepareAsync(app, flow);
                breaker.Arm(call, failure);
                using var answer = await app.CreateClient().SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (breaker.Broken is null)
                {
                    Assert.True((int)answer.StatusCode < 400, $"{flow} without a failure: {answer.StatusCode} {text}");
                    break;
                }

                reached = true;
                if (breaker.Broken == ChangesPassword && failure.Body?.Contains("\"OK\"", StringComparison.Ordinal) == true)
                {
                    continue;
                }

                Assert.True(answer.StatusCode == HttpStatusCode.InternalServerError, $"{flow}, call {breaker.Broken}, {failure.Status} {failure.Body}: {answer.StatusCode} {text}");
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                Assert.DoesNotContain("internals", text, StringComparison.Ordinal);
                Assert.DoesNotContain("NEW_STATUS", text, StringComparison.Ordinal);
                Assert.DoesNotContain(answer.Headers, header => header.Key.ToLowerInvariant() is "set-cookie" or "st-access-token" or "st-refresh-token" or "front-token" or "anti-csrf");
                Assert.DoesNotContain(app.Log.Lines, line => !line.Contains(" Microsoft.AspNetCore.", StringComparison.Ordinal) && Secrets.Any(line.Contains));
            }

            if (!reached)
            {
                Assert.True(call > 1, $"{flow} asks the core for nothing");
                return;
            }
        }
    }

    private static Task<TestApp> StartAsync(Breaker breaker) => TestApp.StartAsync(
        builder =>
        {
            builder.AddEmailPassword().AddEmailVerification(options => options.Mode = EmailVerificationMode.Optional).AddThirdParty(StaticProvider.Configure).AddSession().UseTestCore();
            builder.AddPasswordless(options => options.ContactMethod = PasswordlessContactMethod.EmailOrPhone);
            builder.Services.AddSingleton<IEmailSender>(new KeptMails());
            builder.Services.AddSingleton<ISmsSender>(new KeptSms());
            builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(() => breaker.CreateHandler());
        },
        map: app =>
        {
            app.MapGet("/verify", (SessionContainer session) => session.Handle).RequireSession();
            app.MapGet("/check-database", (SessionContainer session) => session.Handle).RequireSession(new VerifySessionOptions { CheckDatabase = true });
        });

    private static async Task<HttpRequestMessage> PrepareAsync(TestApp app, string flow)
    {
        var client = app.CreateClient();
        var password = new JsonArray(EmailPasswordApp.Field("password", EmailPasswordApp.Password));
        var email = new JsonArray(EmailPasswordApp.Field("email", Email));
        if (flow.EndsWith(" code", StringComparison.Ordinal))
        {
            return await PrepareCodeAsync(app, client, flow);
        }

        switch (flow)
        {
            case "sign up":
                return Post("/auth/signup", EmailPasswordApp.Form(Email));
            case "sign in with a provider":
                return Post("/auth/signinup", StaticProvider.Body);
            case "authorisation url":
                return new HttpRequestMessage(HttpMethod.Get, "/auth/authorisationurl?thirdPartyId=github&redirectURIOnProviderDashboard=x");
        }

        using var signedUp = await client.SendAsync(Post("/auth/signup", EmailPasswordApp.Form(Email)));
        var session = (Access: signedUp.Headers.GetValues("st-access-token").Single(), Refresh: signedUp.Headers.GetValues("st-refresh-token").Single());
        switch (flow)
        {
            case "sign in":
                return Post("/auth/signin", EmailPasswordApp.Form(Email));
            case "email exists":
                return new HttpRequestMessage(HttpMethod.Get, $"/auth/emailpassword/email/exists?email={Email}");
            case "reset token":
                return Post("/auth/user/password/reset/token", new JsonObject { ["formFields"] = email });
            case "reset":
                using (await client.SendAsync(Post("/auth/user/password/reset/token", new JsonObject { ["formFields"] = email })))
                {
                    var mails = (KeptMails)app.Services.GetRequiredService<IEmailSender>();
                    return Post("/auth/user/password/reset", new JsonObject { ["method"] = "token", ["token"] = mails.Token, ["formFields"] = password });
                }

            case "refresh":
                return WithToken(HttpMethod.Post, "/auth/session/refresh", session.Refresh);
            case "sign out":
                return WithToken(HttpMethod.Post, "/auth/signout", session.Access);
            case "verify":
                return WithToken(HttpMethod.Get, "/verify", session.Access);
            case "check database":
                return WithToken(HttpMethod.Get, "/check-database", session.Access);
            case "send verification":
                return WithToken(HttpMethod.Post, "/auth/user/email/verify/token", session.Access);
            case "verify address":
                using (await client.SendAsync(WithToken(HttpMethod.Post, "/auth/user/email/verify/token", session.Access)))
                {
                    var mails = (KeptMails)app.Services.GetRequiredService<IEmailSender>();
                    var verify = WithToken(HttpMethod.Post, "/auth/user/email/verify", session.Access);
                    verify.Content = new StringContent(new JsonObject { ["method"] = "token", ["token"] = mails.VerificationToken }.ToJsonString(), Encoding.UTF8, "application/json");
                    return verify;
                }

            case "is verified":
                return WithToken(HttpMethod.Get, "/auth/user/email/verify", session.Access);
            case "number exists":
                return new HttpRequestMessage(HttpMethod.Get, "/auth/passwordless/phonenumber/exists?phoneNumber=%2B14155558856");
            case "jwks":
                return new HttpRequestMessage(HttpMethod.Get, "/auth/jwt/jwks.json");
            default:
                return new HttpRequestMessage(HttpMethod.Get, "/auth/loginmethods");
        }
    }

    private static async Task<HttpRequestMessage> PrepareCodeAsync(TestApp app, HttpClient client, string flow)
    {
        var ask = Post("/auth/signinup/code", new JsonObject { ["email"] = Email });
        if (flow == "create code")
        {
            return ask;
        }

        using var created = await client.SendAsync(ask);
        var device = JsonNode.Parse(await created.Content.ReadAsStringAsync())!;
        var body = new JsonObject { ["deviceId"] = (string?)device["deviceId"], ["preAuthSessionId"] = (string?)device["preAuthSessionId"] };
        if (flow == "resend code")
        {
            return Post("/auth/signinup/code/resend", body);
        }

        body["userInputCode"] = ((KeptMails)app.Services.GetRequiredService<IEmailSender>()).Logins[^1].Code;
        return Post("/auth/signinup/code/consume", body);
    }

    private static HttpRequestMessage Post(string path, JsonObject body) => new(HttpMethod.Post, path)
    {
        Headers = { { "st-auth-mode", "header" } },
        Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
    };

    private static HttpRequestMessage WithToken(HttpMethod method, string path, string token) => new(method, path) { Headers = { { "Authorization", $"Bearer {token}" } } };

    private sealed class Breaker
    {
        private int _left;
        private (HttpStatusCode Status, string? Type, string? Body) _failure;

        public string? Broken { get; private set; }

        public void Arm(int call, (HttpStatusCode Status, string? Type, string? Body) failure) => (_left, _failure) = (call, failure);

        public DelegatingHandler CreateHandler() => new Handler(this);

        private sealed class Handler(Breaker breaker) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var path = $"{request.Method} {request.RequestUri!.AbsolutePath}";

                // A read is tried again after a broken connection: the same call stays broken.
                if (path != breaker.Broken && Interlocked.Decrement(ref breaker._left) != 0)
                {
                    return base.SendAsync(request, cancellationToken);
                }

                breaker.Broken = path;
                return breaker._failure.Body is { } body
                    ? Task.FromResult(new HttpResponseMessage(breaker._failure.Status) { Content = new StringContent(body, Encoding.UTF8, breaker._failure.Type!) })
                    : throw new HttpRequestException(HttpRequestError.ConnectionError, "The core is down.");
            }
        }
    }
}
