using System.Collections.Immutable;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IPasswordlessRecipe, …&gt;()</c>.</summary>
public abstract class DelegatingPasswordlessRecipe : IPasswordlessRecipe
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingPasswordlessRecipe(IPasswordlessRecipe inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IPasswordlessRecipe Inner { get; }

    /// <inheritdoc />
    public virtual Task<CreateCodeResult> CreateCodeAsync(
        string tenantId,
        PasswordlessContact contact,
        string? userInputCode = null,
        SessionContainer? session = null,
        bool? shouldTryLinkingWithSessionUser = null,
        CancellationToken cancellationToken = default)
        => Inner.CreateCodeAsync(tenantId, contact, userInputCode, session, shouldTryLinkingWithSessionUser, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateNewCodeForDeviceResult> CreateNewCodeForDeviceAsync(
        string tenantId, string deviceId, string? userInputCode = null, CancellationToken cancellationToken = default)
        => Inner.CreateNewCodeForDeviceAsync(tenantId, deviceId, userInputCode, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ConsumeCodeResult> ConsumeCodeAsync(
        string tenantId, SubmittedCode code, SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default)
        => Inner.ConsumeCodeAsync(tenantId, code, session, shouldTryLinkingWithSessionUser, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CheckCodeResult> CheckCodeAsync(string tenantId, SubmittedCode code, CancellationToken cancellationToken = default)
        => Inner.CheckCodeAsync(tenantId, code, cancellationToken);

    /// <inheritdoc />
    public virtual Task<UpdatePasswordlessUserResult> UpdateUserAsync(UpdatePasswordlessUserInput input, CancellationToken cancellationToken = default)
        => Inner.UpdateUserAsync(input, cancellationToken);

    /// <inheritdoc />
    public virtual Task RevokeAllCodesAsync(string tenantId, PasswordlessContact contact, CancellationToken cancellationToken = default)
        => Inner.RevokeAllCodesAsync(tenantId, contact, cancellationToken);

    /// <inheritdoc />
    public virtual Task RevokeCodeAsync(string tenantId, string codeId, CancellationToken cancellationToken = default)
        => Inner.RevokeCodeAsync(tenantId, codeId, cancellationToken);

    /// <inheritdoc />
    public virtual Task RevokeCodesByPreAuthSessionIdAsync(string tenantId, string preAuthSessionId, CancellationToken cancellationToken = default)
        => Inner.RevokeCodesByPreAuthSessionIdAsync(tenantId, preAuthSessionId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ImmutableArray<PasswordlessDevice>> ListCodesByEmailAsync(string tenantId, string email, CancellationToken cancellationToken = default)
        => Inner.ListCodesByEmailAsync(tenantId, email, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ImmutableArray<PasswordlessDevice>> ListCodesByPhoneNumberAsync(string tenantId, string phoneNumber, CancellationToken cancellationToken = default)
        => Inner.ListCodesByPhoneNumberAsync(tenantId, phoneNumber, cancellationToken);

    /// <inheritdoc />
    public virtual Task<PasswordlessDevice?> ListCodesByDeviceIdAsync(string tenantId, string deviceId, CancellationToken cancellationToken = default)
        => Inner.ListCodesByDeviceIdAsync(tenantId, deviceId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<PasswordlessDevice?> ListCodesByPreAuthSessionIdAsync(string tenantId, string preAuthSessionId, CancellationToken cancellationToken = default)
        => Inner.ListCodesByPreAuthSessionIdAsync(tenantId, preAuthSessionId, cancellationToken);
}
