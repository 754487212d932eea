using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Fuzz.Targets;

namespace SuperTokens.Backend.HardInput;

/// <summary>What holds for whatever strangers send to the readers of tokens, cookies, headers, bodies, URLs and phone numbers.</summary>
public sealed class ParserPropertyTests
{
    [Property]
    public void Any_bytes_break_no_rule_of_any_reader(byte[] bytes) => Assert.All(FuzzTarget.All, target => Assert.NotNull(target.Run(bytes)));

    [Property]
    public void Any_text_breaks_no_rule_of_any_reader(string? text) => Any_bytes_break_no_rule_of_any_reader(Encoding.UTF8.GetBytes(text ?? ""));

    /// <summary>What is written with a part changed is closer to what readers take than any text is.</summary>
    [Property(Arbitrary = [typeof(ChangedTokens)])]
    public void A_token_with_changed_parts_breaks_no_rule(ChangedToken token) => Assert.NotNull(AccessTokenTarget.Run(token.Text));

    [Property]
    public void A_cookie_is_read_as_it_was_set(NonNull<string> value)
    {
        // Half a surrogate pair is no text, and no token has one.
        var text = new string([.. value.Get.Where(c => !char.IsSurrogate(c))]);
        var context = new DefaultHttpContext();
        SessionCookies.Set(context.Response, "sAccessToken", text, new CookieOptions { Path = "/" });
        var header = context.Response.Headers.SetCookie.ToString();
        context.Request.Headers.Cookie = header[..header.IndexOf(';', StringComparison.Ordinal)];

        Assert.True(SessionCookies.TryGet(context.Request, "sAccessToken", out var read));
        Assert.Equal(text, read.ToString());
        Assert.False(SessionCookies.HasSeveral(context.Request, "sAccessToken"));
    }

    [Property]
    public void A_cookie_cannot_add_attributes_or_headers(NonNull<string> value)
    {
        var context = new DefaultHttpContext();
        SessionCookies.Set(context.Response, "sAccessToken", new string([.. value.Get.Where(c => !char.IsSurrogate(c))]), new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax });

        var header = context.Response.Headers.SetCookie.ToString();
        Assert.Equal(["Path=/", "HttpOnly", "SameSite=Lax"], header.Split("; ")[1..]);
        Assert.DoesNotContain(header, char.IsControl);
    }

    [Property(Arbitrary = [typeof(JsonValues)])]
    public void A_front_token_says_what_it_was_made_of(NonNull<string> userId, long expiry, JsonValueText up)
    {
        var id = new string([.. userId.Get.Where(c => !char.IsSurrogate(c))]);
        var read = JsonNode.Parse(Convert.FromBase64String(FrontToken.Create(id, expiry, new JsonObject { ["x"] = JsonNode.Parse(up.Text) })))!;

        Assert.Equal(id, (string?)read["uid"]);
        Assert.Equal(expiry, (long)read["ate"]!);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(up.Text), read["up"]!["x"]));
    }

    [Property(Arbitrary = [typeof(JsonValues)])]
    public void Any_JSON_is_a_body_that_can_be_read_whole_or_is_refused(JsonValueText json)
    {
        Assert.NotNull(JsonBodyTarget.Run(Encoding.UTF8.GetBytes(json.Text)));
        Assert.NotNull(SignInFormTarget.Run(Encoding.UTF8.GetBytes($$"""{"formFields":{{json.Text}}}""")));
        Assert.NotNull(SignInFormTarget.Run(Encoding.UTF8.GetBytes($$"""{"formFields":[{"id":"email","value":{{json.Text}}},{{json.Text}}]}""")));
    }
}
