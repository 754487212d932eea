using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>What somebody tries who has no session, or would like to have another one's.</summary>
public sealed class ForgeryTests
{
    [Theory]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("x5c")]
    public async Task A_key_that_a_token_brings_along_is_not_used(string parameter)
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        using var own = RSA.Create(2048);
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(frontend.AccessToken!.Split('.')[0]))!;
        var publicKey = own.ExportParameters(includePrivateParameters: false);
        header[parameter] = parameter switch
        {
            "jwk" => new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(publicKey.Modulus), ["e"] = Base64Url.EncodeToString(publicKey.Exponent) },
            "x5c" => new JsonArray(Convert.ToBase64String(own.ExportSubjectPublicKeyInfo())),
            _ => "https://attacker.example/keys",
        };
        var input = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{frontend.AccessToken!.Split('.')[1]}";
        frontend.AccessToken = $"{input}.{Base64Url.EncodeToString(own.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";

        using var answer = await frontend.GetAsync("/sessioninfo");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_form_of_another_site_puts_no_session_into_the_browser(string contentType)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("attacker@example.com");

        // What a page can send to another site without asking: its own choice of body, but none of the frontend's headers.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/signin");
        request.Headers.Add("Origin", "https://attacker.example");
        request.Content = new StringContent(EmailPasswordApp.Form("attacker@example.com").ToJsonString());
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var answer = await app.App.Server.CreateClient().SendAsync(request);

        Assert.Empty(answer.SetCookies());
        Assert.Null(answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_sign_in_begins_a_session_of_its_own_whatever_session_was_planted_before()
    {
        await using var app = await SessionApp.StartAsync();
        var planted = await app.SignInAsync(userId: "attacker");
        var victim = planted.Copy();
        using (var answer = await victim.PostAsync("/login/victim"))
        {
            answer.EnsureSuccessStatusCode();
        }

        Assert.NotEqual(HandleOf(planted.AccessToken!), HandleOf(victim.AccessToken!));
        Assert.NotEqual(planted.RefreshToken, victim.RefreshToken);
        Assert.Equal("attacker", (string?)(await (await planted.GetAsync("/sessioninfo")).JsonAsync())["userId"]);
    }

    [Fact]
    public async Task The_sessions_of_a_user_who_is_deleted_end()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var user = (await app.SignUpAsync("gone@example.com")).Json["user"]!;
        var sessions = app.App.Services.GetRequiredService<ISessionRecipe>();
        Assert.NotEmpty(await sessions.GetAllSessionHandlesForUserAsync((string)user["id"]!));

        await app.App.Services.GetRequiredService<IUserDirectory>().DeleteUserAsync((string)user["id"]!);

        Assert.Empty(await sessions.GetAllSessionHandlesForUserAsync((string)user["id"]!));
    }

    [Theory]
    [InlineData("a-1-password-of-sixty-four-characters-that-differs-at-the-end-...", "a-1-password-of-sixty-four-characters-that-differs-at-the-end-..!")]
    [InlineData("Pässwörd 1 mit Leerzeichen ", "Pässwörd 1 mit Leerzeichen")]
    [InlineData("Case-Matters-1", "case-matters-1")]
    public async Task A_password_is_compared_as_it_was_typed(string password, string almost)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        Assert.Equal("OK", (await app.SignUpAsync("exact@example.com", password)).Status);
        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.SignInAsync("exact@example.com", almost)).Status);
        Assert.Equal("OK", (await app.SignInAsync("exact@example.com", password)).Status);
    }

    private static string? HandleOf(string token)
        => (string?)JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!["sessionHandle"];
}
