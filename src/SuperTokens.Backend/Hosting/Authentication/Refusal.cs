namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Why a request was refused, kept from the moment it is known until the answer is written.</summary>
/// <param name="Reason">An exception the session recipe answers for: claims that are not as required, or a session that ended.</param>
internal sealed record Refusal(Exception Reason);
