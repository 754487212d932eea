namespace SuperTokens.Backend.Delivery;

/// <summary>What Twilio answers when it refuses; only the number, which its documentation explains.</summary>
internal sealed record TwilioError(int? Code = null);
