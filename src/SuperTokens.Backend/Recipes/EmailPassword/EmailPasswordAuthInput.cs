using System.Collections.Immutable;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What a sign-up or sign-in request asks for, already checked.</summary>
public sealed record EmailPasswordAuthInput
{
    /// <summary>The address, without surrounding blanks.</summary>
    public required string Email { get; init; }

    /// <summary>The password, as typed.</summary>
    public required string Password { get; init; }

    /// <summary>All form fields as sent, address and password included.</summary>
    public required ImmutableArray<FormFieldValue> FormFields { get; init; }

    /// <summary>The tenant: the session's when there is one, else the path's.</summary>
    public required string TenantId { get; init; }

    /// <summary>The session the caller already had, or null. Only read when the caller may want to link accounts.</summary>
    public SessionContainer? Session { get; init; }

    /// <summary>
    /// Whether the caller wants the account linked to the session's user; null when the frontend is older than FDI 3.1 and
    /// could not say.
    /// </summary>
    public bool? ShouldTryLinkingWithSessionUser { get; init; }

    /// <summary>Names the input; address and password stay out of logs.</summary>
    /// <returns>The tenant of the input.</returns>
    public override string ToString() => $"{nameof(EmailPasswordAuthInput)} of tenant {TenantId}";
}
