using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace SuperTokens.Load;

/// <summary>The official Web API with Microsoft's JwtBearer, for the same access tokens.</summary>
internal static class JwtBearerServer
{
    public static async Task RunAsync(Uri core, string issuer)
    {
        using var client = new HttpClient();
        var keys = new JsonWebKeySet(await client.GetStringAsync(new Uri(core, "/.well-known/jwks.json")));
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddControllers();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidateAudience = false,
                IssuerSigningKeys = keys.GetSigningKeys(),
            };
        });
        await using var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        await app.RunAsync();
    }
}
