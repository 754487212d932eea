using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class AccessTokenCacheBoundTests
{
    [Fact]
    public void It_never_holds_more_than_its_size_and_forgets_what_nobody_uses()
    {
        var cache = Create(100);
        var used = Add(cache, "used");
        Add(cache, "unused");
        for (var i = 0; i < 1_000; i++)
        {
            Add(cache, $"other-{i}");
            Assert.InRange(cache.Count, 1, 100);
            Assert.True(cache.TryGet(used.Raw, out var found));
            Assert.Same(used, found);
        }

        Assert.False(cache.TryGet(Token("unused").Raw, out _));
        Assert.False(cache.TryGet(Token("other-0").Raw, out _));
        Assert.True(cache.TryGet(Token("other-999").Raw, out _));
    }

    [Fact]
    public void It_never_holds_more_than_its_memory()
    {
        var cache = Create(1_000_000);
        for (var i = 0; i < 10_000; i++)
        {
            Add(cache, new string('x', 2_000) + i);
        }

        Assert.InRange(cache.Count, 2_000, AccessTokenCache.MostBytes / (5 * 2_000));
    }

    [Fact]
    public void It_does_not_hold_a_token_that_is_very_long()
    {
        var cache = Create(100);
        var token = Add(cache, new string('x', AccessTokenCache.LongestToken));

        Assert.False(cache.TryGet(token.Raw, out _));
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void It_finds_nothing_by_a_part_of_a_token_or_by_another_case()
    {
        var cache = Create(100);
        var raw = Add(cache, "user").Raw;

        Assert.False(cache.TryGet(raw.AsSpan(1), out _));
        Assert.False(cache.TryGet(raw.AsSpan(0, raw.Length - 1), out _));
        Assert.False(cache.TryGet(raw + "A", out _));
        Assert.False(cache.TryGet(raw.ToUpperInvariant(), out _));
        Assert.False(cache.TryGet("", out _));
    }

    [Fact]
    public void Tokens_that_end_alike_are_told_apart()
    {
        var cache = Create(100);
        var (ann, bob, eve) = (Token("ann", "the-same-signature-for-all-of-them"), Token("bob", "the-same-signature-for-all-of-them"), Token("eve", "the-same-signature-for-all-of-them"));
        cache.Add(ann);
        cache.Add(bob);

        Assert.True(cache.TryGet(ann.Raw, out var first));
        Assert.Same(ann, first);
        Assert.True(cache.TryGet(bob.Raw, out var second));
        Assert.Same(bob, second);
        Assert.False(cache.TryGet(eve.Raw, out _));
    }

    [Fact]
    public async Task Many_threads_keep_it_within_its_size()
    {
        var cache = Create(50);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                var token = Add(cache, $"{thread % 4}-{i}");
                Assert.InRange(cache.Count, 0, 50);
                if (i % 3 == 0)
                {
                    cache.Remove(token);
                }
            }
        })));

        Assert.InRange(cache.Count, 1, 50);
    }

    private static AccessTokenCache Create(int size)
    {
        var options = new SessionOptions { AccessTokenCacheSize = size };
        return new AccessTokenCache(Options.Create(options));
    }

    private static AccessToken Add(AccessTokenCache cache, string userId)
    {
        var token = Token(userId);
        cache.Add(token);
        return token;
    }

    // Every signature is another one, as those of a key are.
    private static AccessToken Token(string userId) => Token(userId, Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(userId))));

    private static AccessToken Token(string userId, string signature)
    {
        var header = Base64Url.EncodeToString("""{"kid":"d-1","typ":"JWT","version":"3","alg":"RS256"}"""u8);
        var payload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"sub":"{{userId}}","exp":20,"iat":10,"sessionHandle":"h","refreshTokenHash1":"r"}"""));
        Assert.True(AccessToken.TryRead($"{header}.{payload}.{signature}", out var token));
        return token;
    }
}
