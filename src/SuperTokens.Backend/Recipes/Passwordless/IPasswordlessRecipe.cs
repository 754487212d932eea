using System.Collections.Immutable;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>
/// What the recipe does in the core, one operation a method. Override it by deriving from <see cref="DelegatingPasswordlessRecipe"/>.
/// None of the methods sends a message, and none checks the form of an address or number.
/// </summary>
public interface IPasswordlessRecipe
{
    /// <summary>Begins an attempt to sign in or up.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="contact">Where the code will go.</param>
    /// <param name="userInputCode">The code to type, or null for one of the core's.</param>
    /// <param name="session">The caller's session, or null; for overrides.</param>
    /// <param name="shouldTryLinkingWithSessionUser">Whether the user will be linked to the session's; for overrides.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The code.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<CreateCodeResult> CreateCodeAsync(
        string tenantId,
        PasswordlessContact contact,
        string? userInputCode = null,
        SessionContainer? session = null,
        bool? shouldTryLinkingWithSessionUser = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes another code for an attempt that is under way.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="deviceId">The secret of the browser or app where the attempt began.</param>
    /// <param name="userInputCode">The code to type, or null for one of the core's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The code, or why there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed, or cannot decode <paramref name="deviceId"/>.</exception>
    Task<CreateNewCodeForDeviceResult> CreateNewCodeForDeviceAsync(
        string tenantId, string deviceId, string? userInputCode = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Uses a code: signs its user in, or up when there is none, and marks their address as verified. Begins no session.
    /// </summary>
    /// <param name="tenantId">The tenant the code was made in.</param>
    /// <param name="code">The code.</param>
    /// <param name="session">The caller's session, or null; only account linking reads it.</param>
    /// <param name="shouldTryLinkingWithSessionUser">Whether to link to the session's user; only account linking reads it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or why the code does not work.</returns>
    /// <exception cref="Core.CoreException">The core failed, or refused ids that it cannot decode or that do not belong together.</exception>
    Task<ConsumeCodeResult> ConsumeCodeAsync(
        string tenantId, SubmittedCode code, SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default);

    /// <summary>Checks a code without using it: no user is created, and a right code goes on working. A wrong one counts as a try.</summary>
    /// <param name="tenantId">The tenant the code was made in.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is right, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed, or refused ids that it cannot decode or that do not belong together.</exception>
    Task<CheckCodeResult> CheckCodeAsync(string tenantId, SubmittedCode code, CancellationToken cancellationToken = default);

    /// <summary>Changes the address or number of a login method. Sessions go on.</summary>
    /// <param name="input">What to change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is done, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed, or would have neither address nor number left.</exception>
    Task<UpdatePasswordlessUserResult> UpdateUserAsync(UpdatePasswordlessUserInput input, CancellationToken cancellationToken = default);

    /// <summary>Makes all codes for an address or number useless.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="contact">The address or number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the codes are gone.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task RevokeAllCodesAsync(string tenantId, PasswordlessContact contact, CancellationToken cancellationToken = default);

    /// <summary>Makes one code useless. Nothing happens when there is none of this id.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="codeId">The code's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the code is gone.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task RevokeCodeAsync(string tenantId, string codeId, CancellationToken cancellationToken = default);

    /// <summary>Ends an attempt to sign in with all its codes. Nothing happens when there is none of this id.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="preAuthSessionId">The attempt's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the codes are gone.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task RevokeCodesByPreAuthSessionIdAsync(string tenantId, string preAuthSessionId, CancellationToken cancellationToken = default);

    /// <summary>Lists the attempts to sign in with an address.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The attempts under way, possibly none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ImmutableArray<PasswordlessDevice>> ListCodesByEmailAsync(string tenantId, string email, CancellationToken cancellationToken = default);

    /// <summary>Lists the attempts to sign in with a number.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="phoneNumber">The number, in E.164 form.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The attempts under way, possibly none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ImmutableArray<PasswordlessDevice>> ListCodesByPhoneNumberAsync(string tenantId, string phoneNumber, CancellationToken cancellationToken = default);

    /// <summary>Finds the attempt to sign in that began in a browser or app.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="deviceId">The secret of the browser or app.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The attempt, or null when there is none under way.</returns>
    /// <exception cref="Core.CoreException">The core failed, or cannot decode <paramref name="deviceId"/>.</exception>
    Task<PasswordlessDevice?> ListCodesByDeviceIdAsync(string tenantId, string deviceId, CancellationToken cancellationToken = default);

    /// <summary>Finds an attempt to sign in.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="preAuthSessionId">The attempt's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The attempt, or null when there is none under way.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<PasswordlessDevice?> ListCodesByPreAuthSessionIdAsync(string tenantId, string preAuthSessionId, CancellationToken cancellationToken = default);
}
