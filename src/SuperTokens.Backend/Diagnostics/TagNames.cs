namespace SuperTokens.Backend.Diagnostics;

/// <summary>
/// Names of tags on measurements and activities. None ever holds an id of a person, an address or a token. Those of HTTP are
/// OpenTelemetry's: https://opentelemetry.io/docs/specs/semconv/http/.
/// </summary>
internal static class TagNames
{
    public const string Recipe = "supertokens.recipe";

    public const string Outcome = "supertokens.outcome";

    public const string Provider = "supertokens.provider";

    public const string Tenant = "supertokens.tenant";

    public const string Claim = "supertokens.claim";

    public const string Limit = "supertokens.limit";

    public const string CdiVersion = "supertokens.cdi.version";

    public const string Method = "http.request.method";

    public const string Status = "http.response.status_code";

    public const string Route = "http.route";

    public const string Template = "url.template";

    public const string ErrorType = "error.type";
}
