using SuperTokens.Backend.Configuration;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>For a site below a path, such as /shop: README.md says what to set. Settings name paths as browsers see them.</summary>
public static class PathBases
{
    /// <summary>The path that is left of a setting's when UsePathBase has taken its part.</summary>
    public static string BelowPathBase(this SuperTokensAppInfo appInfo, string path)
        => appInfo.ApiGatewayPath is { Length: > 0 } pathBase && (path + "/").StartsWith(pathBase + "/", StringComparison.Ordinal) ? path[pathBase.Length..] : path;
}
