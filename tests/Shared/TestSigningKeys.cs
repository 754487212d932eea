using System.Security.Cryptography;

namespace SuperTokens.Testing;

/// <summary>
/// A few real RSA keys, made once for all tests of a process, since finding one takes longer than most tests. For a core's
/// <c>EmbeddedCoreOptions.NewPrivateKey</c>. Each core still gives them ids of its own.
/// </summary>
public static class TestSigningKeys
{
    private static readonly Lazy<byte[]>[] Keys = [.. Enumerable.Range(0, 4).Select(_ => new Lazy<byte[]>(Create))];

    private static int _next;

    public static byte[] Next() => Keys[(uint)Interlocked.Increment(ref _next) % Keys.Length].Value;

    /// <summary>Hands out the same few keys in their own order: a core's first keys differ, whatever other tests run at the same time.</summary>
    public static Func<byte[]> InTurn()
    {
        var next = 0;
        return () => Keys[(uint)Interlocked.Increment(ref next) % Keys.Length].Value;
    }

    private static byte[] Create()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKey();
    }
}
