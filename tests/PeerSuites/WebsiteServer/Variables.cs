namespace SuperTokens.PeerSuites.WebsiteServer;

/// <summary>What the environment says: the suite's own variables, and where the script put the page.</summary>
internal static class Variables
{
    public static string Port => Of("NODE_PORT") ?? "8080";

    public static string CoreHost => Of("SUPERTOKENS_CORE_HOST") ?? "localhost";

    public static string CorePort => Of("SUPERTOKENS_CORE_PORT") ?? "3567";

    public static string? TransferMethod => Of("TRANSFER_METHOD");

    /// <summary>A folder with the suite's index.html, its folder angular, and the scripts the page loads.</summary>
    public static string? Page => Of("SUITE_PAGE");

    public static string SuiteVersion => Of("SUITE_VERSION") ?? "";

    private static string? Of(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
