using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace SuperTokens.Testing.LocalProvider;

/// <summary>
/// An OpenID Connect provider over real HTTP on this machine: discovery, code flow with PKCE, tokens, user info, keys that rotate. Who
/// signs in is the account named by <c>login_hint</c>, else the first. It can misbehave in each way of <see cref="ProviderFault"/>.
/// </summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "local-client";
    public const string ClientSecret = "local-secret-that-must-not-show";
    public const string PublicClientId = "local-public-client";
    public const string DiscoveryPath = "/.well-known/openid-configuration";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Grant> _codes = new();
    private readonly ConcurrentDictionary<string, ProviderUser> _accessTokens = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly bool _useRsa;
    private ProviderSigningKey _key;

    private OpenIdProvider(WebApplication app, bool useRsa)
    {
        _app = app;
        _useRsa = useRsa;
        _key = new ProviderSigningKey("key-1", useRsa);
    }

    public string Address { get; private set; } = "";

    public string DiscoveryEndpoint => Address + DiscoveryPath;

    public IList<ProviderUser> Users { get; } = new List<ProviderUser> { new("user-1", "ann@provider.example") };

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>How it misbehaves. Faults of the ID token show there, all others at <see cref="FaultyPath"/>.</summary>
    public ProviderFault Fault { get; set; }

    public string FaultyPath { get; set; } = "/token";

    /// <summary>Whether discovery says that S256 is known.</summary>
    public bool SaysS256 { get; set; }

    /// <summary>Where <see cref="ProviderFault.Redirect"/> sends callers.</summary>
    public string Elsewhere { get; set; } = "http://127.0.0.1:1/";

    /// <summary>What <see cref="ProviderFault.OtherJson"/> answers.</summary>
    public string Json { get; set; } = "{}";

    /// <summary>Changes the claims of ID tokens before they are signed.</summary>
    public Action<JsonObject>? ChangeClaims { get; set; }

    /// <summary>The key that signs, as the key set has it.</summary>
    public JsonObject PublicKey => _key.ToJwk();

    /// <summary>Method and path of each request, in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>The form of the last request to the token endpoint.</summary>
    public IReadOnlyDictionary<string, string> LastTokenRequest { get; private set; } = new Dictionary<string, string>();

    /// <summary>Ends when a request waits for an answer that never comes.</summary>
    public Task Hangs => _hangs.Task;

    public static async Task<OpenIdProvider> StartAsync(bool useRsa = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new OpenIdProvider(app, useRsa);
        app.Use(provider.NoteAsync);
        provider.Map(app);
        await app.StartAsync();
        provider.Address = app.Urls.Single();
        return provider;
    }

    /// <summary>Signs with a new key from now on; the old one leaves the key set.</summary>
    public void RotateKey()
    {
        var old = _key;
        _key = new ProviderSigningKey("key-" + Guid.NewGuid().ToString("N"), _useRsa);
        old.Dispose();
    }

    /// <summary>Makes tokens without a browser, as a mobile app gets them.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="clientId">The client they are for.</param>
    /// <returns>The answer of the token endpoint.</returns>
    public JsonObject IssueTokens(string userId, string clientId = ClientId)
    {
        var user = Users.First(one => one.Id == userId);
        var accessToken = "at-" + Guid.NewGuid().ToString("N");
        _accessTokens[accessToken] = user;
        return new JsonObject { ["access_token"] = accessToken, ["token_type"] = "Bearer", ["expires_in"] = 3600, ["id_token"] = IdToken(user, clientId) };
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
        _stop.Dispose();
    }

    private void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(DiscoveryPath, () => Results.Json(Discovery()));
        app.MapGet("/jwks", () => Results.Json(new JsonObject { ["keys"] = new JsonArray(PublicKey) }));
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", (HttpRequest request) => ExchangeAsync(request));
        app.MapGet("/userinfo", (HttpRequest request) => UserInfo(request));
    }

    private JsonObject Discovery()
    {
        var document = new JsonObject
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = Address + "/authorize",
            ["token_endpoint"] = Address + "/token",
            ["userinfo_endpoint"] = Address + "/userinfo",
            ["jwks_uri"] = Address + "/jwks",
        };
        if (SaysS256)
        {
            document["code_challenge_methods_supported"] = new JsonArray("plain", "S256");
        }

        return document;
    }

    private IResult Authorize(HttpRequest request)
    {
        string? Query(string name) => request.Query[name].FirstOrDefault();
        if (Query("client_id") is not (ClientId or PublicClientId) || Query("response_type") != "code" || Query("redirect_uri") is not { } redirectUri)
        {
            return Results.BadRequest();
        }

        var code = "code-" + Guid.NewGuid().ToString("N");
        var user = Users.FirstOrDefault(one => one.Id == Query("login_hint")) ?? Users[0];
        _codes[code] = new Grant(user, Query("client_id")!, redirectUri, Query("code_challenge_method") == "S256" ? Query("code_challenge") : null);
        return Results.Redirect($"{redirectUri}?code={code}&state={Uri.EscapeDataString(Query("state") ?? "")}");
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        LastTokenRequest = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        string Field(string name) => form[name].ToString();
        var isClient = Field("client_id") == PublicClientId || (Field("client_id") == ClientId && Field("client_secret") == ClientSecret);
        if (!isClient
            || Field("grant_type") != "authorization_code"
            || !_codes.TryRemove(Field("code"), out var grant)
            || grant.ClientId != Field("client_id")
            || grant.RedirectUri != Field("redirect_uri")
            || (grant.Challenge ?? "") != Challenge(Field("code_verifier"))
            || (grant.ClientId == PublicClientId && grant.Challenge is null))
        {
            return Results.Json(new JsonObject { ["error"] = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.Json(IssueTokens(grant.User.Id, grant.ClientId));
    }

    private static string Challenge(string verifier) => verifier.Length == 0 ? "" : Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private IResult UserInfo(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString();
        if (!token.StartsWith("Bearer ", StringComparison.Ordinal) || !_accessTokens.TryGetValue(token["Bearer ".Length..], out var user))
        {
            return Results.Unauthorized();
        }

        var claims = Claims(user);
        claims["nickname"] = "only-the-provider-knows-this-name";
        if (Fault == ProviderFault.OtherUser)
        {
            claims["sub"] = "somebody-else";
        }

        return Results.Json(claims);
    }

    private static JsonObject Claims(ProviderUser user)
    {
        var claims = new JsonObject { ["sub"] = user.Id };
        if (user.Email is not null)
        {
            claims["email"] = user.Email;
            claims["email_verified"] = user.IsVerified;
        }

        return claims;
    }

    private string IdToken(ProviderUser user, string clientId)
    {
        var now = Time.GetUtcNow().ToUnixTimeSeconds();
        var claims = Claims(user);
        claims["iss"] = Fault == ProviderFault.WrongIssuer ? "https://evil.example" : Address;
        claims["aud"] = Fault switch
        {
            ProviderFault.WrongAudience => "another-client",
            ProviderFault.OtherParty => new JsonArray(clientId, "another-client"),
            _ => clientId,
        };
        claims["iat"] = now;
        claims["exp"] = Fault == ProviderFault.Expired ? now - 3600 : now + 3600;
        switch (Fault)
        {
            case ProviderFault.OtherParty:
                claims["azp"] = "another-client";
                break;
            case ProviderFault.NoExpiry:
                claims.Remove("exp");
                break;
            case ProviderFault.NotYetValid:
                claims["nbf"] = now + 3600;
                break;
        }

        ChangeClaims?.Invoke(claims);
        switch (Fault)
        {
            case ProviderFault.WrongSignature:
                using (var other = new ProviderSigningKey(_key.Id, _useRsa))
                {
                    return other.Sign(claims);
                }

            case ProviderFault.UnknownKey:
                return _key.Sign(claims, "no-such-key");
            case ProviderFault.OtherKind:
                return _key.Sign(claims, kind: "logout+jwt");
            case ProviderFault.NoSignature:
                return _key.Unsigned(claims);
            case ProviderFault.HmacWithPublicKey:
                return _key.SignWithPublicKeyAsSecret(claims);
            case ProviderFault.TruncatedToken:
                var token = _key.Sign(claims);
                return token[..(token.Length / 2)];
            default:
                return _key.Sign(claims);
        }
    }

    private async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        _requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (context.Request.Path != FaultyPath)
        {
            await next(context);
            return;
        }

        switch (Fault)
        {
            case ProviderFault.Slow:
                _hangs.TrySetResult();
                await WaitAsync(context.RequestAborted);
                context.Abort();
                break;
            case ProviderFault.Down:
                context.Abort();
                break;
            case ProviderFault.ServerError:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                await context.Response.WriteAsync("<html>internals of the provider</html>");
                break;
            case ProviderFault.Redirect:
                context.Response.Redirect(Elsewhere);
                break;
            case ProviderFault.Huge:
                await WriteEndlesslyAsync(context);
                break;
            case ProviderFault.TruncatedJson:
                await WriteJsonAsync(context, """{"access_token":"at-internals of the provider","id_""");
                break;
            case ProviderFault.JsonList:
                await WriteJsonAsync(context, """["internals of the provider"]""");
                break;
            case ProviderFault.Empty:
                await WriteJsonAsync(context, "{}");
                break;
            case ProviderFault.OtherJson:
                await WriteJsonAsync(context, Json);
                break;
            default:
                await next(context);
                break;
        }
    }

    private async Task WaitAsync(CancellationToken aborted)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(aborted, _stop.Token);
        await Task.Delay(Timeout.Infinite, over.Token).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static Task WriteJsonAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private static async Task WriteEndlesslyAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await context.Response.WriteAsync("""{"access_token":" """);
        var part = new string('x', 64 * 1024);
        try
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(part, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The caller had enough.
        }
    }

    private sealed record Grant(ProviderUser User, string ClientId, string RedirectUri, string? Challenge);
}
