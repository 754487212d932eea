using System.Buffers;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>How a password is checked unless the app says otherwise. The texts are the protocol's: frontends show them.</summary>
internal static class DefaultFieldChecks
{
    private static readonly SearchValues<char> s_letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");

    /// <summary>Checks a password: 8 to 99 characters (UTF-16 units), with a letter and a digit of ASCII.</summary>
    /// <param name="password">The password.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Password(string password) => password switch
    {
        { Length: < 8 } => "Password must contain at least 8 characters, including a number",
        { Length: >= 100 } => "Password's length must be lesser than 100 characters",
        _ when !password.AsSpan().ContainsAny(s_letters) => "Password must contain at least one alphabet",
        _ when !password.AsSpan().ContainsAny(s_digits) => "Password must contain at least one number",
        _ => null,
    };
}
