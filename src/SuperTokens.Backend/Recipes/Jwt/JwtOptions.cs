namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>The settings of JWTs an application creates; the configuration section <c>SuperTokens:Jwt</c> binds to them.</summary>
public sealed class JwtOptions
{
    /// <summary>How long a JWT is valid when its creator does not say. Default: 36500 days (100 years).</summary>
    public TimeSpan Validity { get; set; } = TimeSpan.FromSeconds(3_153_600_000);
}
