using PhoneNumbers;

namespace SuperTokens.EmbeddedCore.Api.Passwordless;

/// <summary>Phone numbers are kept and compared in E.164, such as <c>+36301234567</c>.</summary>
internal static class PhoneNumberText
{
    // The region of a number that carries its own country code.
    private const string UnknownRegion = "ZZ";

    /// <summary>The number in E.164; what cannot be read as a number stays as it is, without surrounding space.</summary>
    public static string Normalise(string phoneNumber)
    {
        var trimmed = phoneNumber.Trim();
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            return numbers.Format(numbers.Parse(trimmed, UnknownRegion), PhoneNumberFormat.E164);
        }
        catch (NumberParseException)
        {
            return trimmed;
        }
    }
}
