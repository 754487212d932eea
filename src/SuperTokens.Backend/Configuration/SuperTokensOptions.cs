namespace SuperTokens.Backend.Configuration;

/// <summary>
/// The settings of one SuperTokens app; the configuration section <c>SuperTokens</c> binds to it. Everything is
/// validated when the application starts.
/// </summary>
public sealed class SuperTokensOptions
{
    internal const int DefaultMaxRequestBodySize = 1024 * 1024;

    /// <summary>
    /// Where the SuperTokens core is: one or more hosts separated by <c>;</c>, each with scheme and optional port and base
    /// path, such as <c>http://localhost:3567</c> or <c>https://core.example.com/appid-shop</c>. Hosts are tried in turn.
    /// Required, unless an embedded core is used.
    /// </summary>
    public string? ConnectionUri { get; set; }

    /// <summary>The core's API key. A secret: keep it in user secrets or the environment. Default: none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Time limits, back-off and circuits of calls to the core.</summary>
    public CoreOptions Core { get; set; } = new();

    /// <summary>How many bytes the body of a request to SuperTokens' own endpoints may have. Default: 1 MiB.</summary>
    public int MaxRequestBodySize { get; set; } = DefaultMaxRequestBodySize;

    /// <summary>
    /// Endpoints of the frontend API that are not served, by method and path below <see cref="AppInfoOptions.ApiBasePath"/>, such
    /// as <c>POST /signup</c> where people cannot sign up by themselves. An entry that is no endpoint fails the start. Default: none.
    /// </summary>
    public IList<string> DisabledEndpoints { get; } = [];

    /// <summary>
    /// Whether the set-up is looked at once the application has started, in the background, and what is wrong with it is logged (event ids
    /// 1500 to 1599). A core outside this process is asked once. Default: true; tests that count what is asked turn it off.
    /// </summary>
    public bool RunDoctorAtStart { get; set; } = true;

    /// <summary>The application's names and addresses.</summary>
    public AppInfoOptions AppInfo { get; set; } = new();
}
