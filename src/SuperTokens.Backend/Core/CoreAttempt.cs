namespace SuperTokens.Backend.Core;

/// <summary>What came of sending a request to one host: an answer, or why there is none.</summary>
/// <param name="Request">The request.</param>
/// <param name="Host">The host's address.</param>
/// <param name="Answer">The answer, whatever its status; null when there is none.</param>
/// <param name="Failure">Why there is no answer; null when there is one.</param>
/// <param name="Cause">The exception behind the failure.</param>
internal sealed record CoreAttempt(CoreRequest Request, string Host, CoreAnswer? Answer, CoreFailure? Failure = null, Exception? Cause = null);
