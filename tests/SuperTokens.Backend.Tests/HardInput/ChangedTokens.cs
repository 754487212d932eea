using System.Buffers.Text;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SuperTokens.Backend.HardInput;

/// <summary>A token in an access token's form, some parts of which are other JSON than they should be.</summary>
public sealed record ChangedToken(string Text);

/// <summary>Makes access tokens of which up to two claims have any JSON as value.</summary>
public static class ChangedTokens
{
    private static readonly (string Name, string Value)[] s_header = [("alg", "\"RS256\""), ("typ", "\"JWT\""), ("kid", "\"d-1\""), ("version", "\"5\"")];

    private static readonly (string Name, string Value)[] s_payload =
    [
        ("sub", "\"u\""), ("rsub", "\"u\""), ("tId", "\"public\""), ("sessionHandle", "\"h\""), ("refreshTokenHash1", "\"r\""), ("parentRefreshTokenHash1", "null"), ("antiCsrfToken", "null"),
        ("exp", "4102444800"), ("iat", "1700000000"), ("up", "{}"),
    ];

    public static Arbitrary<ChangedToken> Tokens() => Arb.From(
        from header in Part(s_header)
        from payload in Part(s_payload)
        select new ChangedToken($"{header}.{payload}.c2ln"));

    private static Gen<string> Part((string Name, string Value)[] members) =>
        from first in Gen.Choose(0, members.Length * 2)
        from second in Gen.Choose(0, members.Length * 2)
        from firstValue in JsonValues.Generator
        from secondValue in JsonValues.Generator
        select Encode(members.Select((member, i) => $"\"{member.Name}\":{(i == first ? firstValue : i == second ? secondValue : member.Value)}"));

    private static string Encode(IEnumerable<string> members) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}"));
}
