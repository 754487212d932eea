using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>
/// A core that gives the recorded answers, and checks that it is asked as it was: the calls that belong to the current request
/// of the client first, then equal ones from anywhere in the flow.
/// </summary>
internal sealed class RecordedCore(RecordedFlow flow) : HttpMessageHandler
{
    private static readonly string[] RecipesClaims = ["st-ev", "st-role", "st-perm", "st-t-dmns"];

    private readonly HashSet<int> _used = [];
    private int _current;

    /// <summary>What was asked otherwise than recorded.</summary>
    public List<(RecordedExchange Exchange, Mismatch Mismatch)> Mismatches { get; } = [];

    /// <summary>What was asked that the flow has no answer for.</summary>
    public List<string> Unknown { get; } = [];

    public void Reach(RecordedExchange exchange)
    {
        if (exchange.Side == "fdi")
        {
            _current = exchange.Index;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        lock (_used)
        {
            var own = flow.Exchanges.Skip(_current + 1).TakeWhile(e => e.Side == "cdi").Where(e => !e.IsDirect && !e.IsSdkCall && !_used.Contains(e.Index));
            if (own.FirstOrDefault(e => IsSame(e.Request, request)) is { } exchange)
            {
                _used.Add(exchange.Index);
                Mismatches.AddRange(CompareRequest(exchange.Request, request, body).Select(m => (exchange, m)));
                return Answer(exchange.Response);
            }

            var equal = flow.Exchanges
                .Where(e => e.Side == "cdi" && IsSame(e.Request, request) && e.Response.Status == 200 && JsonNode.DeepEquals(e.Request.Body, body))
                .OrderBy(e => Math.Abs(e.Index - _current))
                .FirstOrDefault();
            if (equal is not null)
            {
                return Answer(equal.Response);
            }

            if (Unasked(request) is { } unasked)
            {
                return unasked;
            }

            Unknown.Add($"after {flow.Exchanges[_current]}: {request.Method} {request.RequestUri!.PathAndQuery}");
            return new HttpResponseMessage(HttpStatusCode.NotImplemented);
        }
    }

    // Where supertokens-node looks up the address first, this SDK goes straight to the sign-in, and reads the tenant before.
    private HttpResponseMessage? Unasked(HttpRequestMessage request)
    {
        if (flow.Exchanges.Skip(_current + 1).TakeWhile(e => e.Side == "cdi").FirstOrDefault(e => e.Response.Status != 200) is { } failing)
        {
            return Answer(failing.Response);
        }

        var path = request.RequestUri!.AbsolutePath;
        var json = path.EndsWith("/recipe/signin", StringComparison.Ordinal) ? """{"status":"WRONG_CREDENTIALS_ERROR"}"""
            : path.EndsWith("/recipe/multitenancy/tenant/v2", StringComparison.Ordinal) ? """{"status":"OK","tenantId":"public","thirdParty":{"providers":[]},"coreConfig":{}}"""
            : null;
        return json is null ? null : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }

    private static bool IsSame(RecordedMessage recorded, HttpRequestMessage actual)
    {
        var question = recorded.Path.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? recorded.Path : recorded.Path[..question];
        return recorded.Method == actual.Method.Method
            && path == actual.RequestUri!.AbsolutePath
            && Query(question < 0 ? "" : recorded.Path[question..]) == Query(actual.RequestUri.Query);
    }

    private static string Query(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        return string.Join('&', values.AllKeys.Order(StringComparer.Ordinal).Select(key => $"{key}={values[key]}"));
    }

    private static IEnumerable<Mismatch> CompareRequest(RecordedMessage recorded, HttpRequestMessage actual, JsonNode? body)
    {
        var matcher = new RecordingMatcher(exact: true);
        foreach (var name in (string[])["cdi-version", "api-key", "rid", "authorization"])
        {
            var ours = actual.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
            foreach (var mismatch in matcher.Compare(recorded.Header(name), ours, $"request.headers.{name}"))
            {
                yield return mismatch;
            }
        }

        foreach (var mismatch in matcher.Compare(WithoutOtherRecipesClaims(recorded.Body), WithoutOtherRecipesClaims(body), "request.body"))
        {
            yield return mismatch;
        }
    }

    // Their values say when they were fetched, to the millisecond.
    private static JsonNode? WithoutOtherRecipesClaims(JsonNode? body)
    {
        var copy = body?.DeepClone();
        foreach (var claim in RecipesClaims)
        {
            (copy?["userDataInJWT"] as JsonObject)?.Remove(claim);
        }

        return copy;
    }

    private static HttpResponseMessage Answer(RecordedMessage recorded)
    {
        var response = new HttpResponseMessage((HttpStatusCode)recorded.Status)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(recorded.BodyText ?? recorded.Body?.ToJsonString() ?? "")),
        };
        foreach (var (name, values) in recorded.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, values) && name == "content-type")
            {
                response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(values[0]);
            }
        }

        return response;
    }
}
