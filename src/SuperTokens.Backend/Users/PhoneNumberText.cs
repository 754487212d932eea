using PhoneNumbers;

namespace SuperTokens.Backend.Users;

/// <summary>Phone numbers as people write them. The one place that asks libphonenumber.</summary>
internal static class PhoneNumberText
{
    /// <summary>Tells whether a number with its country's code exists by the rules of that country.</summary>
    /// <param name="text">The number as written.</param>
    /// <returns>False also for what is no number at all, and for a number without its country's code.</returns>
    public static bool IsValid(string text) => Parse(text) is { } number && PhoneNumberUtil.GetInstance().IsValidNumber(number);

    /// <summary>Writes a number in the one form it is kept in: E.164, such as <c>+15551234567</c>.</summary>
    /// <param name="text">The number as written.</param>
    /// <returns>That form, or the text without surrounding blanks when it is no number with its country's code.</returns>
    public static string Normalise(string text)
        => Parse(text) is { } number ? PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.E164) : text.Trim();

    private static PhoneNumber? Parse(string text)
    {
        // It takes any number of plus signs; as measured, supertokens-node takes one.
        if (text.Contains("++", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return PhoneNumberUtil.GetInstance().Parse(text, null);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
