using Microsoft.Extensions.Options;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>
/// Reads addresses and phone numbers as people type them, by the rules of <see cref="PasswordlessOptions"/>, for an application's own page
/// before it calls <see cref="IPasswordlessApi"/>. What frontends send is read the same way.
/// </summary>
public sealed class PasswordlessContacts
{
    private const string InvalidPhoneNumber = "Phone number is invalid";

    private readonly PasswordlessOptions _options;

    internal PasswordlessContacts(IOptions<PasswordlessOptions> options) => _options = options.Value;

    /// <summary>What people may type.</summary>
    public PasswordlessContactMethod ContactMethod => _options.ContactMethod;

    /// <summary>Reads what was typed into one field. Where both are possible, an <c>@</c> tells an address from a number.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>Where a code can go, or what is wrong.</returns>
    public ValueTask<ReadContactResult> ReadAsync(string typed, string tenantId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return ContactMethod == PasswordlessContactMethod.Email || (ContactMethod == PasswordlessContactMethod.EmailOrPhone && typed.Contains('@', StringComparison.Ordinal))
            ? ReadEmailAsync(typed, tenantId, cancellationToken)
            : ReadPhoneNumberAsync(typed, tenantId, cancellationToken);
    }

    internal async ValueTask<ReadContactResult> ReadEmailAsync(string typed, string tenantId, CancellationToken cancellationToken)
    {
        var email = typed.Trim();
        var error = _options.ValidateEmailAddress is { } validate ? await validate(email, tenantId, cancellationToken) : EmailSyntax.Check(email);
        error ??= PasswordlessContact.CanBeKept(email) ? null : EmailSyntax.InvalidEmail;

        // The core makes accounts of addresses in lower case, where the Kelvin sign is a k: sent as typed, a code could reach somebody else.
        return error is null ? new ReadContactResult.Ok(new PasswordlessContact.Email(email.ToLowerInvariant())) : new ReadContactResult.Invalid(error);
    }

    internal async ValueTask<ReadContactResult> ReadPhoneNumberAsync(string typed, string tenantId, CancellationToken cancellationToken)
    {
        var error = _options.ValidatePhoneNumber is { } validate
            ? await validate(typed, tenantId, cancellationToken)
            : PhoneNumberText.IsValid(typed) ? null : InvalidPhoneNumber;
        var normalised = PhoneNumberText.Normalise(typed);
        error ??= PasswordlessContact.CanBeKept(normalised) ? null : InvalidPhoneNumber;
        return error is null ? new ReadContactResult.Ok(new PasswordlessContact.Phone(normalised)) : new ReadContactResult.Invalid(error);
    }
}
