using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Benchmarks;

/// <summary>Authenticating a request, by a token seen before and by a new one, beside JwtBearer on the same tokens and the signature alone.</summary>
public class AuthenticationBenchmarks
{
    private const int NewTokens = 512;
    private const int Remembered = 200;

    private BenchmarkApp _app = null!;
    private BenchmarkApp _forgetful = null!;
    private ImmutableArray<string> _tokens;
    private ImmutableArray<string> _forgotten;
    private RSA _key = null!;
    private byte[] _signed = null!;
    private byte[] _signature = null!;
    private int _next;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _app = await BenchmarkApp.StartAsync();
        _forgetful = await BenchmarkApp.StartAsync(cacheSize: Remembered);
        _tokens = await _app.CreateTokensAsync(1);
        _forgotten = await _forgetful.CreateTokensAsync(NewTokens);
        await ReadSignatureAsync(_tokens[0]);
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        _key.Dispose();
        await _app.DisposeAsync();
        await _forgetful.DisposeAsync();
    }

    [Benchmark(Baseline = true, Description = "RSA-2048 signature alone")]
    public bool Signature() => _key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    [Benchmark(Description = "JwtBearer")]
    public Task<int> JwtBearer() => _app.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme, ByHeader, _tokens[0]);

    [Benchmark(Description = "JwtBearer, and the user's id read")]
    public Task<int> JwtBearerUser() => _app.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme, ByHeader, _tokens[0], readUser: true);

    [Benchmark(Description = "header, new token")]
    public Task<int> HeaderNew() => _forgetful.AuthenticateAsync(SuperTokensDefaults.AuthenticationScheme, ByHeader, Next());

    [Benchmark(Description = "header, seen token")]
    public Task<int> HeaderSeen() => _app.AuthenticateAsync(SuperTokensDefaults.AuthenticationScheme, ByHeader, _tokens[0]);

    [Benchmark(Description = "header, seen token, and the user's id read")]
    public Task<int> HeaderSeenUser() => _app.AuthenticateAsync(SuperTokensDefaults.AuthenticationScheme, ByHeader, _tokens[0], readUser: true);

    [Benchmark(Description = "cookie, new token")]
    public Task<int> CookieNew() => _forgetful.AuthenticateAsync(SuperTokensDefaults.AuthenticationScheme, ByCookie, Next());

    [Benchmark(Description = "cookie, seen token")]
    public Task<int> CookieSeen() => _app.AuthenticateAsync(SuperTokensDefaults.AuthenticationScheme, ByCookie, _tokens[0]);

    [Benchmark(Description = "the request itself, not authenticated")]
    public async Task<int> Request()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var context = BenchmarkApp.CreateRequest(scope.ServiceProvider);
        ByHeader(context.Request, _tokens[0]);
        return context.Request.Headers.Count;
    }

    private static void ByHeader(HttpRequest request, string token) => request.Headers.Authorization = "Bearer " + token;

    private static void ByCookie(HttpRequest request, string token) => request.Headers.Cookie = "theme=dark; sAccessToken=" + token + "; sFrontToken=x";

    private string Next() => _forgotten[_next++ % NewTokens];

    private async Task ReadSignatureAsync(string token)
    {
        var end = token.LastIndexOf('.');
        _signed = Encoding.ASCII.GetBytes(token[..end]);
        _signature = Base64Url.DecodeFromChars(token.AsSpan(end + 1));
        var header = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan(0, token.IndexOf('.', StringComparison.Ordinal))));
        var jwks = await _app.Services.GetRequiredService<IJwtRecipe>().GetJwksAsync();
        var key = jwks.Keys.Single(one => header.Contains(one.KeyId, StringComparison.Ordinal));
        _key = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(key.Modulus), Exponent = Base64Url.DecodeFromChars(key.Exponent) });
    }
}
