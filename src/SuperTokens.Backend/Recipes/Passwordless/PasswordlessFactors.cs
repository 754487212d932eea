using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The factors that codes and links count as: <c>otp-email</c>, <c>otp-phone</c>, <c>link-email</c>, <c>link-phone</c>.</summary>
internal sealed class PasswordlessFactors(IOptions<PasswordlessOptions> options) : IFirstFactorSource
{
    private const string CodePrefix = "otp-";
    private const string LinkPrefix = "link-";

    /// <summary>Those that the options turn on.</summary>
    public ImmutableArray<string> FirstFactors { get; } =
    [
        .. from prefix in Prefixes(options.Value.FlowType)
           from kind in Kinds(options.Value.ContactMethod)
           select prefix + kind,
    ];

    /// <summary>The factors that a message to a contact could count as.</summary>
    /// <param name="contact">Where the message goes.</param>
    /// <param name="addsToSession">Whether the caller has a session: there a typed code alone counts, since a link may be opened elsewhere.</param>
    /// <returns>The factors.</returns>
    public ImmutableArray<string> Of(PasswordlessContact contact, bool addsToSession)
        => addsToSession ? [CodePrefix + KindOf(contact)] : [.. FirstFactors.Where(factor => factor.EndsWith('-' + KindOf(contact), StringComparison.Ordinal))];

    /// <summary>The factor that a code counts as.</summary>
    /// <param name="contact">Where the code was sent.</param>
    /// <param name="code">The code.</param>
    /// <returns>The factor.</returns>
    public static string Of(PasswordlessContact contact, SubmittedCode code) => (code is SubmittedCode.Link ? LinkPrefix : CodePrefix) + KindOf(contact);

    /// <summary>What to send so that only allowed factors come of it.</summary>
    /// <param name="factors">The factors that are allowed.</param>
    /// <returns>A code, a link or both.</returns>
    public static PasswordlessFlowType FlowTypeOf(ImmutableArray<string> factors)
        => factors.All(factor => factor.StartsWith(LinkPrefix, StringComparison.Ordinal)) ? PasswordlessFlowType.MagicLink
            : factors.All(factor => factor.StartsWith(CodePrefix, StringComparison.Ordinal)) ? PasswordlessFlowType.UserInputCode
            : PasswordlessFlowType.UserInputCodeAndMagicLink;

    private static string[] Prefixes(PasswordlessFlowType flowType) => flowType switch
    {
        PasswordlessFlowType.UserInputCode => [CodePrefix],
        PasswordlessFlowType.MagicLink => [LinkPrefix],
        _ => [CodePrefix, LinkPrefix],
    };

    private static string[] Kinds(PasswordlessContactMethod contactMethod) => contactMethod switch
    {
        PasswordlessContactMethod.Email => ["email"],
        PasswordlessContactMethod.Phone => ["phone"],
        _ => ["email", "phone"],
    };

    private static string KindOf(PasswordlessContact contact) => contact is PasswordlessContact.Email ? "email" : "phone";
}
