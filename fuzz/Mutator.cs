namespace SuperTokens.Fuzz;

/// <summary>Makes new inputs of old ones: bytes and words are changed, dropped, doubled, moved, and parts of two inputs joined.</summary>
internal sealed class Mutator(Random random)
{
    // What readers of tokens, JSON, cookies, URLs and numbers look for.
    private static readonly byte[][] s_words = [.. new[]
    {
        "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ":", ",", "null", "true", "-1", "1e999", "9223372036854775808", ".", "..", "=", "==", ";", "%", "%00", "%2f", "%zz", "+", "++", "/", "//", "?", "#", "@",
        "eyJ", "e30", "alg", "none", "kid", "typ", "version", "formFields", "id", "value", "email", "password", "sAccessToken=", "http://", "https://", "localhost", "127.0.0.1", "[::1]", ":80", "V2", "appid-", "\r\n", " ", "\t", "\u0000", "é", "日", "\uFEFF", "xn--", "00", "+1", "ext",
    }.Select(System.Text.Encoding.UTF8.GetBytes)];

    /// <summary>Makes an input.</summary>
    /// <param name="input">The input to change.</param>
    /// <param name="other">Another, to take parts from.</param>
    /// <param name="longest">How long the result may be, in bytes.</param>
    /// <returns>A new array.</returns>
    public byte[] Mutate(byte[] input, byte[] other, int longest)
    {
        List<byte> bytes = [.. input];
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            Change(bytes, other);
        }

        return [.. bytes.Take(longest)];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = bytes.Count == 0 ? 0 : random.Next(1, Math.Min(bytes.Count - at, 32) + 1);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(length, bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length, bytes.Count - at)));
                break;
            case 4 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 64))]);
                break;
            case 5:
                bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(1, 200)));
                break;
            case 6 when bytes.Count > 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, s_words[random.Next(s_words.Length)]);
                break;
        }
    }
}
