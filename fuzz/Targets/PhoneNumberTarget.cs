using SuperTokens.Backend.Users;

namespace SuperTokens.Fuzz.Targets;

/// <summary>Phone numbers: one form for each, or no number.</summary>
internal static class PhoneNumberTarget
{
    internal static string Run(string text)
    {
        var isValid = PhoneNumberText.IsValid(text);
        var normal = PhoneNumberText.Normalise(text);
        if (!isValid)
        {
            return $"no number, changed {normal != text}";
        }

        FuzzTarget.Require(normal.StartsWith('+') && normal.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0, "A number is kept as E.164.");
        FuzzTarget.Require(PhoneNumberText.Normalise(normal) == normal, "A normalised number is normal.");
        return $"number of {normal.Length}, changed {normal != text}";
    }
}
