using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace SuperTokens.Backend.HardInput;

/// <summary>The text of a JSON value.</summary>
public sealed record JsonValueText(string Text);

/// <summary>Makes JSON values of every kind, nested, with the numbers and texts that readers stumble over.</summary>
public static class JsonValues
{
    private static readonly Gen<string> s_simple = Gen.OneOf(
        Gen.Elements("null", "true", "false", "0", "-1", "1.5", "1e308", "1e999", "9223372036854775807", "9223372036854775808", "\"\"", "\" \"", "\"\\u0000\"", "\"é\"", "\"\\ud83d\\ude00\""),
        ArbMap.Default.GeneratorFor<string>().Select(text => JsonSerializer.Serialize(new string([.. (text ?? "").Where(c => !char.IsSurrogate(c))]))),
        ArbMap.Default.GeneratorFor<int>().Select(number => JsonSerializer.Serialize(number)));

    internal static Gen<string> Generator { get; } = Gen.Sized(size => Nested(Math.Min(size, 4)));

    public static Arbitrary<JsonValueText> Values() => Arb.From(Generator.Select(text => new JsonValueText(text)));

    private static Gen<string> Nested(int depth) => depth == 0
        ? s_simple
        : Gen.OneOf(
            s_simple,
            Nested(depth - 1).ListOf(3).Select(items => $"[{string.Join(',', items)}]"),
            Nested(depth - 1).ListOf(2).Select(items => $"{{{string.Join(',', items.Select((item, i) => $"\"p{i}\":{item}"))}}}"),
            Nested(depth - 1).Select(item => $"{{\"id\":{item},\"value\":{item}}}"));
}
