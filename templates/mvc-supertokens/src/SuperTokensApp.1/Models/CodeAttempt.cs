namespace SuperTokensApp._1.Models;

/// <summary>A code that is on its way: what the browser keeps of it until it is typed.</summary>
/// <param name="DeviceId">The secret that the code works together with.</param>
/// <param name="PreAuthSessionId">The attempt's id, which its link has, too.</param>
/// <param name="Contact">Where the code went.</param>
/// <param name="HasCode">Whether there is a code to type, and not only a link.</param>
/// <param name="TenantId">The tenant that is signed in to.</param>
/// <param name="ReturnUrl">Where people wanted to go.</param>
public sealed record CodeAttempt(string DeviceId, string PreAuthSessionId, string Contact, bool HasCode, string TenantId, string? ReturnUrl);
