namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Checks what the application says is required.</summary>
internal static class RequiredNames
{
    public static IReadOnlyList<string> Of(string[] names, string parameter)
    {
        ArgumentNullException.ThrowIfNull(names, parameter);
        return names.Length == 0 || names.Any(string.IsNullOrWhiteSpace)
            ? throw new ArgumentException("Name at least one role or permission, and no empty one.", parameter)
            : [.. names];
    }

    public static TimeSpan? MaxAge(int seconds) => seconds < 0 ? null : TimeSpan.FromSeconds(seconds);
}
