namespace SuperTokens.Backend.Recipes.Session;

/// <summary>There is no session, or it is gone. The caller gets 401 <c>{"message":"unauthorised"}</c>.</summary>
public sealed class UnauthorisedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why, for logs; callers never see it.</param>
    /// <param name="clearTokens">Whether the answer also clears the caller's tokens. Default: true.</param>
    public UnauthorisedException(string message, bool clearTokens = true)
        : base(message) => ClearTokens = clearTokens;

    /// <summary>Whether the answer clears the caller's tokens.</summary>
    public bool ClearTokens { get; }
}
