using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting;

public sealed class SessionPrincipalTests
{
    // What makes an identity of serialised bytes, and what the application keeps there itself: neither shows claims.
    private static readonly string[] WithoutClaims = ["CreateClaimsIdentity", "get_CustomSerializationData", "GetObjectData"];

    [Fact]
    public void Whatever_could_show_claims_makes_them_first()
    {
        const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var open = typeof(ClaimsPrincipal).GetMethods(Members)
            .Where(method => method.IsVirtual && method.DeclaringType == typeof(ClaimsPrincipal) && !WithoutClaims.Contains(method.Name))
            .Where(method => typeof(SessionPrincipal).GetMethods(Members).All(own => own.DeclaringType != typeof(SessionPrincipal) || own.GetBaseDefinition() != method.GetBaseDefinition()))
            .Select(method => method.Name);

        Assert.Empty(open);
    }

    [Theory]
    [InlineData("identity", "True user-1")]
    [InlineData("claims", "7")]
    [InlineData("copy", "user-1")]
    [InlineData("copyOfIdentity", "user-1")]
    [InlineData("clone", "user-1")]
    [InlineData("add", "2 user-1")]
    [InlineData("threads", "1")]
    public async Task Claims_are_there_whichever_way_they_are_asked_for(string how, string expected)
    {
        await using var app = await SessionApp.StartAsync(map: application => application.MapGet("/user", (HttpContext context) => Ask(how, context.User)).RequireSession());
        var frontend = await app.SignInAsync();

        await (await frontend.GetAsync("/user")).AssertAsync(System.Net.HttpStatusCode.OK, expected);
    }

    private static string Ask(string how, ClaimsPrincipal user)
    {
        Assert.IsType<SessionPrincipal>(user);
        switch (how)
        {
            case "identity":
                return $"{user.Identity!.IsAuthenticated} {((ClaimsIdentity)user.Identity).FindFirst("sub")!.Value}";
            case "claims":
                return user.Claims.Count(claim => claim.Type is "sub" or "exp" or "iat" or "iss" or "tId" or "sessionHandle" or ClaimTypes.NameIdentifier).ToString(provider: null);
            case "copy":
                return new ClaimsPrincipal(user).FindFirstValue("sub")!;
            case "copyOfIdentity":
                return new ClaimsIdentity(user.Identity).FindFirst("sub")!.Value;
            case "clone":
                return user.Clone().FindFirstValue("sub")!;
            case "add":
                user.AddIdentity(new ClaimsIdentity("other"));
                return $"{user.Identities.Count()} {user.FindFirstValue("sub")}";
            default:
                var counts = new int[8];
                Parallel.For(0, counts.Length, i => counts[i] = user.Identities.Count());
                return Assert.Single(counts.Distinct()).ToString(provider: null);
        }
    }
}
