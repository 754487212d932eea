using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>
/// The SAML routes of a core of version 12.1, as its source answers them, with one client in the tenant <c>public</c>. A response is good when
/// its text is <see cref="GoodResponse"/>: everything about XML is the core's own.
/// </summary>
internal sealed class SamlCore
{
    public const string ClientId = "st_saml_1";
    public const string CallbackPage = "http://localhost:3000/auth/callback/saml-acme";
    public const string GoodResponse = "<good/>";
    public const string Refused = "SAML feature is not enabled. Please subscribe to a SuperTokens core license key to enable this feature.";

    private readonly ConcurrentDictionary<string, (string? State, string RedirectUri)> _logins = new();
    private readonly ConcurrentDictionary<string, string> _codes = new();

    public SamlCore()
    {
        Stub.Answer("POST /public/recipe/saml/login", Login);
        Stub.Answer("POST /public/recipe/saml/callback", Callback);
        Stub.Answer("POST /public/recipe/saml/user", ReadUser);
    }

    public StubCore Stub { get; } = new();

    /// <summary>Whether the client lets identity providers begin a login.</summary>
    public bool AllowIdpInitiatedLogin { get; set; }

    /// <summary>What the core found in the response.</summary>
    public JsonObject User { get; set; } = Person("ann", "ann@acme.example");

    public static JsonObject Person(string? sub, string? email) => new()
    {
        ["claims"] = new JsonObject { ["NameID"] = new JsonArray(sub), ["only-the-idp-knows"] = new JsonArray("x") },
        ["sub"] = sub,
        ["email"] = email,
        ["aud"] = ClientId,
    };

    public static string InBase64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>What the identity provider has the browser post.</summary>
    /// <param name="location">Where the browser was sent to.</param>
    /// <returns>The <c>RelayState</c>.</returns>
    public static string RelayStateOf(Uri location) => HttpUtility.ParseQueryString(location.Query)["RelayState"]!;

    /// <summary>Answers the SAML routes in front of another core.</summary>
    /// <returns>The handler.</returns>
    public DelegatingHandler CreateHandler() => new Handler(Stub);

    private static HttpResponseMessage Json(JsonObject body) => new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString(), null, "application/json") };

    private static HttpResponseMessage Status(string status) => Json(new JsonObject { ["status"] = status });

    private HttpResponseMessage Login(StubCoreCall call)
    {
        var body = JsonNode.Parse(call.Body!)!;
        if ((string?)body["clientId"] != ClientId || (string?)body["redirectURI"] != CallbackPage)
        {
            return Status("INVALID_CLIENT_ERROR");
        }

        var relayState = Guid.NewGuid().ToString();
        _logins[relayState] = ((string?)body["state"], CallbackPage);
        return Json(new JsonObject { ["status"] = "OK", ["ssoRedirectURI"] = $"https://idp.example/sso?SAMLRequest=fZ%2BA%3D&RelayState={relayState}" });
    }

    private HttpResponseMessage Callback(StubCoreCall call)
    {
        var body = JsonNode.Parse(call.Body!)!;
        var response = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)body["samlResponse"]!));
        if (!response.StartsWith('<'))
        {
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("Invalid or malformed SAML response input\n", null, "text/html") };
        }

        (string? State, string RedirectUri) login = (null, CallbackPage);
        if ((string?)body["relayState"] is { Length: > 0 } relayState)
        {
            if (!_logins.TryGetValue(relayState, out login))
            {
                return Status("INVALID_RELAY_STATE_ERROR");
            }
        }
        else if (!AllowIdpInitiatedLogin)
        {
            return Status("IDP_LOGIN_DISALLOWED_ERROR");
        }

        if (response != GoodResponse)
        {
            return Status("SAML_RESPONSE_VERIFICATION_FAILED_ERROR");
        }

        var code = Guid.NewGuid().ToString();
        _codes[code] = ClientId;
        var state = login.State is null ? "" : $"&state={Uri.EscapeDataString(login.State)}";
        return Json(new JsonObject { ["status"] = "OK", ["redirectURI"] = $"{login.RedirectUri}?code={code}{state}" });
    }

    private HttpResponseMessage ReadUser(StubCoreCall call)
    {
        var body = JsonNode.Parse(call.Body!)!;
        if (!_codes.TryRemove((string)body["accessToken"]!, out var clientId) || clientId != (string?)body["clientId"])
        {
            return Status("INVALID_TOKEN_ERROR");
        }

        var user = User.DeepClone().AsObject();
        user["status"] = "OK";
        return Json(user);
    }

    private sealed class Handler(StubCore stub) : DelegatingHandler
    {
        private readonly HttpMessageInvoker _stub = new(stub, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => request.RequestUri!.AbsolutePath.Contains("/recipe/saml/", StringComparison.Ordinal)
                ? _stub.SendAsync(request, cancellationToken)
                : base.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _stub.Dispose();
            base.Dispose(disposing);
        }
    }
}
