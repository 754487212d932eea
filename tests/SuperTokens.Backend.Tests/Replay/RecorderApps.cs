using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Passwordless;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Backend.Recipes.UserRoles;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>
/// The apps a flow was recorded with, built on this SDK: a default one and those of the flow's <c>config.apps</c>, each with the
/// recorder's own endpoints, all on one core.
/// </summary>
internal sealed class RecorderApps(RecordedFlow flow, Func<HttpMessageHandler> core, FakeTimeProvider time) : IAsyncDisposable
{
    /// <summary>The app that has no entry in <c>config.apps</c>.</summary>
    public const int Default = -1;

    // The app each exchange went to, by its note, in flows with several; from there on until the next one named.
    private static readonly Dictionary<(string Flow, string Note), int> Switches = new()
    {
        [("jwks-openid-jwt", "apiBasePath / and apiGatewayPath /gw")] = 1,
        [("core-api-keys", "SDK without a key")] = Default,
        [("core-api-keys", "SDK with the right key")] = 1,
        [("core-apps", "the same user does not exist in the default app")] = Default,
        [("core-apps", "SDK after its app was deleted")] = 0,
    };

    private readonly Dictionary<int, TestApp> _apps = [];
    private int _current = flow.Apps.Count > 0 ? 0 : Default;

    public List<EmailMessage> Mails { get; } = [];

    public RecordedProvider Provider { get; } = new(flow);

    /// <summary>The newest message to sign in: its code and its link.</summary>
    public (string Code, string Link)? SentCode { get; private set; }

    public async Task<HttpMessageHandler> HandlerForAsync(RecordedExchange exchange)
    {
        _current = Switches.GetValueOrDefault((flow.Name, exchange.Note ?? ""), _current);
        if (!_apps.TryGetValue(_current, out var app))
        {
            _apps[_current] = app = await StartAsync(_current == Default ? [] : flow.Apps[_current]!.AsObject());
        }

        return app.Server.CreateHandler();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values)
        {
            await app.DisposeAsync();
        }
    }

    private static void MapRecorderEndpoints(WebApplication app)
    {
        app.MapGet("/public", () => Results.Json(new { ok = true }));
        app.MapGet("/sessioninfo", Info).RequireSession();
        app.MapPost("/protected", Info).RequireSession();
        app.MapGet("/no-claims", Info).RequireSession(new VerifySessionOptions { OverrideGlobalClaimValidators = (_, _, _) => new([]) });
        app.MapPost("/protected-no-anticsrf", Info).RequireSession(new VerifySessionOptions { AntiCsrfCheck = false });
        app.MapGet("/protected-anticsrf-get", Info).RequireSession(new VerifySessionOptions { AntiCsrfCheck = true });
        app.MapGet("/check-db", Info).RequireSession(new VerifySessionOptions { CheckDatabase = true });
        app.MapGet("/sessioninfo-optional", (SessionContainer? session) => session is null ? Results.Json(new { session = (string?)null }) : Info(session))
            .RequireSession(new VerifySessionOptions { SessionRequired = false });
        app.MapPost("/merge-payload", async (SessionContainer session, JsonObject update, CancellationToken cancellationToken) =>
        {
            await session.MergeIntoAccessTokenPayloadAsync(update, cancellationToken);
            return Results.Json(new { status = "OK", accessTokenPayload = session.AccessTokenPayload });
        }).RequireSession();
        app.MapPost("/session-data", async (SessionContainer session, JsonObject data, CancellationToken cancellationToken) =>
        {
            await session.UpdateSessionDataInDatabaseAsync(data, cancellationToken);
            return Results.Json(new { status = "OK", data = await session.GetSessionDataFromDatabaseAsync(cancellationToken) });
        }).RequireSession();
        app.MapPost("/revoke-session", async (SessionContainer session, CancellationToken cancellationToken) =>
        {
            await session.RevokeAsync(cancellationToken);
            return Results.Json(new { status = "OK" });
        }).RequireSession();
    }

    private static void MapClaimEndpoints(WebApplication app)
    {
        app.MapGet("/admin", () => Results.Json(new { ok = true, role = "admin" })).RequireRole("admin");
        app.MapGet("/permission", () => Results.Json(new { ok = true })).RequirePermission("read", "write");
        app.MapGet("/email-verified", () => Results.Json(new { ok = true, verified = true })).RequireSession(Also(app.Services.GetRequiredService<EmailVerificationClaim>().IsVerified()));
        app.MapPost("/fetch-claim", async (SessionContainer session, JsonObject body, UserRoleClaim roles, PermissionClaim permissions, CancellationToken cancellationToken) =>
        {
            PrimitiveArrayClaim<string> claim = (string?)body["claim"] == "role" ? roles : permissions;
            await session.FetchAndSetClaimAsync(claim, cancellationToken);
            return Results.Json(new { status = "OK", value = claim.GetValueFromPayload(session.AccessTokenPayload).Value });
        }).RequireSession();
    }

    private static VerifySessionOptions Also(SessionClaimValidator validator) => new()
    {
        OverrideGlobalClaimValidators = (global, _, _) => new([.. global, validator]),
    };

    private static IResult Info(SessionContainer session) => Results.Json(new
    {
        sessionHandle = session.Handle,
        userId = session.UserId,
        recipeUserId = session.RecipeUserId.Value,
        tenantId = session.TenantId,
        accessTokenPayload = session.AccessTokenPayload,
    });

    private Task<TestApp> StartAsync(JsonObject settings) => TestApp.StartAsync(
        (SuperTokensBuilder builder) =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.AddHttpClient(CoreDefaults.HttpClientName).ConfigurePrimaryHttpMessageHandler(core);
            builder.AddEmailPassword(options =>
            {
                foreach (var field in settings["extraFormFields"]?.AsArray() ?? [])
                {
                    options.FormFields.Add(new FormField { Id = (string)field!["id"]!, Optional = (bool?)field["optional"] ?? false });
                }
            });
            builder.AddSession(options => options.AntiCsrf = (string?)settings["session"]?["antiCsrf"] switch
            {
                "VIA_TOKEN" => AntiCsrfMode.ViaToken,
                "VIA_CUSTOM_HEADER" => AntiCsrfMode.ViaCustomHeader,
                _ => options.AntiCsrf,
            });
            if (settings["multitenancy"]?["allowedDomains"] is JsonArray domains)
            {
                builder.AddMultitenancy(options => options.GetAllowedDomainsForTenantId = (_, _) => new(domains.Select(domain => (string)domain!).ToArray()));
            }

            builder.AddAccountLinking(options =>
            {
                options.Automatic = (bool?)settings["accountLinking"]?["shouldAutomaticallyLink"] ?? false;
                options.RequireVerification = (bool?)settings["accountLinking"]?["shouldRequireVerification"] ?? true;
            });
            builder.Services.AddSingleton<IEmailSender>(new MailCatcher(Catch));
            builder.Services.AddSingleton<ISmsSender>(new SmsCatcher(Catch));
            if (settings["recipes"] is null)
            {
                builder.AddEmailVerification(options => options.Mode = (string?)settings["emailVerificationMode"] == "REQUIRED" ? EmailVerificationMode.Required : EmailVerificationMode.Optional);
                builder.AddUserRoles();
                builder.AddThirdParty(RecordedProvider.Configure);
                builder.Services.AddHttpClient(ProviderHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => Provider);
                builder.AddPasswordless(options => options.ContactMethod = PasswordlessContactMethod.EmailOrPhone);
            }
        },
        options =>
        {
            options.ConnectionUri = "http://core.test" + (string?)settings["connectionURIPath"];
            options.ApiKey = (string?)settings["apiKey"];
            options.AppInfo.ApiBasePath = (string?)settings["apiBasePath"];
            options.AppInfo.ApiGatewayPath = (string?)settings["apiGatewayPath"];
        },
        app =>
        {
            MapRecorderEndpoints(app);
            if (settings["recipes"] is null)
            {
                MapClaimEndpoints(app);
            }
        });

    private void Catch(object message)
    {
        switch (message)
        {
            case PasswordlessLoginEmail { Code: { } code, Link: { } link }:
                SentCode = (code, link);
                break;
            case PasswordlessLoginSms { Code: { } code, Link: { } link }:
                SentCode = (code, link);
                break;
            case EmailMessage mail:
                Mails.Add(mail);
                break;
        }
    }

    private sealed class SmsCatcher(Action<SmsMessage> keep) : ISmsSender
    {
        public Task SendAsync(SmsMessage message, CancellationToken cancellationToken = default)
        {
            keep(message);
            return Task.CompletedTask;
        }
    }

    private sealed class MailCatcher(Action<EmailMessage> keep) : IEmailSender
    {
        public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
        {
            keep(message);
            return Task.CompletedTask;
        }
    }
}
