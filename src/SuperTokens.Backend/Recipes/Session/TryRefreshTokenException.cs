namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The access token cannot be used, but refreshing may help. The caller gets 401 <c>{"message":"try refresh token"}</c>.</summary>
public sealed class TryRefreshTokenException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why, for logs; callers never see it.</param>
    public TryRefreshTokenException(string message)
        : base(message)
    {
    }
}
