using System.Text.RegularExpressions;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>What <c>dotnet new</c> says to type next.</summary>
internal static partial class NextSteps
{
    /// <summary>The commands in what it printed, in their order.</summary>
    internal static IReadOnlyList<string> In(string output)
    {
        var instructions = InstructionPattern().Matches(output);
        Assert.True(instructions.Count == 1, output);
        return [.. CommandPattern().Matches(instructions[0].Value).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"^.*In the new folder.*$", RegexOptions.Multiline)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex("'(.+?)'")]
    private static partial Regex CommandPattern();
}
