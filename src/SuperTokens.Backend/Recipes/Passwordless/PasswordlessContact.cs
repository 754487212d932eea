using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Where a code goes: an e-mail address or a phone number.</summary>
public abstract record PasswordlessContact
{
    private const int MaxStoredLength = 256;

    private PasswordlessContact()
    {
    }

    /// <summary>Names the kind of contact; address and number stay out of logs.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Tells whether a core can keep a text as an address or a number: its database's column has an end, and fails on NUL.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False also for blanks alone and for line breaks, which a message's header could end at.</returns>
    internal static bool CanBeKept(string text)
        => text.Length <= MaxStoredLength && !string.IsNullOrWhiteSpace(text) && !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    internal AccountInfo ToAccountInfo() => this switch
    {
        Email email => new AccountInfo { Email = email.Address },
        Phone phone => new AccountInfo { PhoneNumber = phone.Number },
        _ => throw new InvalidOperationException("There is no other contact."),
    };

    /// <summary>An e-mail address.</summary>
    /// <param name="Address">The address.</param>
    public sealed record Email(string Address) : PasswordlessContact;

    /// <summary>A phone number.</summary>
    /// <param name="Number">The number, in E.164 form such as <c>+15551234567</c>.</param>
    public sealed record Phone(string Number) : PasswordlessContact;
}
