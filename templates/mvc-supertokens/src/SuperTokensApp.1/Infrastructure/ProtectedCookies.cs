using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SuperTokens.Backend.Configuration;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>Keeps what one step of signing in must know of the one before, where nobody can read or change it.</summary>
public sealed class ProtectedCookies(IDataProtectionProvider protection, SuperTokensAppInfo appInfo)
{
    public void Write<T>(HttpResponse response, string name, T value, TimeSpan lifetime)
        => response.Cookies.Append(name, ProtectorOf(name).Protect(JsonSerializer.Serialize(value), lifetime), Options(lifetime));

    /// <summary>What was kept, or null when there is nothing that this site wrote, or it is too old.</summary>
    public T? Read<T>(HttpRequest request, string name)
        where T : class
    {
        try
        {
            return request.Cookies[name] is { } cookie ? JsonSerializer.Deserialize<T>(ProtectorOf(name).Unprotect(cookie)) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Delete(HttpResponse response, string name) => response.Cookies.Delete(name, Options(lifetime: null));

    private ITimeLimitedDataProtector ProtectorOf(string name) => protection.CreateProtector(nameof(ProtectedCookies), name).ToTimeLimitedDataProtector();

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = appInfo.ApiDomain.StartsWith("https:", StringComparison.Ordinal),
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
