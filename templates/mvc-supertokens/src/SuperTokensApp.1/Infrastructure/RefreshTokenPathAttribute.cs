namespace SuperTokensApp._1.Infrastructure;

/// <summary>Puts an action of a sign-in page below the one path to which browsers send the refresh token.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RefreshTokenPathAttribute : Attribute;
