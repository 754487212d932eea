using System.Buffers.Text;
using System.Text;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class AccessTokenTests
{
    [Theory]
    [InlineData("3", """{"sub":"u","exp":20,"iat":10,"sessionHandle":"h","refreshTokenHash1":"r"}""", "u", "public")]
    [InlineData("4", """{"sub":"u","exp":20,"iat":10,"sessionHandle":"h","refreshTokenHash1":"r","tId":"t"}""", "u", "t")]
    [InlineData("5", """{"sub":"u","exp":20,"iat":10,"sessionHandle":"h","refreshTokenHash1":"r","tId":"t","rsub":"login","stt":0}""", "login", "t")]
    public void Every_version_since_3_is_read(string version, string payload, string recipeUserId, string tenantId)
    {
        var header = $$"""{"kid":"d-1","typ":"JWT","version":"{{version}}","alg":"RS256"}""";

        Assert.True(AccessToken.TryRead($"{Encode(header)}.{Encode(payload)}.x", out var token));

        Assert.Equal(("u", recipeUserId, tenantId, "h", 20_000), (token.UserId, token.RecipeUserId.Value, token.TenantId, token.SessionHandle, token.Expiry));
        Assert.Equal(10, (int?)token.CreatePayload()["iat"]);
        Assert.True(token.UsesDynamicKey);
    }

    [Fact]
    public void Version_2_is_read_with_its_padded_header_and_its_claims_in_userData()
    {
        var header = Convert.ToBase64String("""{"alg":"RS256","typ":"JWT","version":"2"}"""u8);
        var payload = Convert.ToBase64String("""{"userId":"u","expiryTime":20,"timeCreated":10,"sessionHandle":"h","refreshTokenHash1":"r","userData":{"role":"a"}}"""u8);

        Assert.True(AccessToken.TryRead($"{header}.{payload}.x", out var token));

        Assert.Equal(("u", "u", "public", 20, "a"), (token.UserId, token.RecipeUserId.Value, token.TenantId, token.Expiry, (string?)token.CreatePayload()["role"]));
        Assert.Null(token.KeyId);
        Assert.Null(token.UsesDynamicKey);
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
