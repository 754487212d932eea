namespace SuperTokens.Backend.Delivery;

/// <summary>The account at Twilio, or at a service with the same interface; the configuration section <c>SuperTokens:Twilio</c> binds to it. Validated at start.</summary>
public sealed class TwilioOptions
{
    /// <summary>The account's SID. Required.</summary>
    public string? AccountSid { get; set; }

    /// <summary>The account's auth token. Required. A secret: keep it in user secrets or the environment.</summary>
    public string? AuthToken { get; set; }

    /// <summary>The number or name that messages come from. Either this or <see cref="MessagingServiceSid"/> is required.</summary>
    public string? From { get; set; }

    /// <summary>The SID of the messaging service that chooses the sender. Either this or <see cref="From"/> is required.</summary>
    public string? MessagingServiceSid { get; set; }

    /// <summary>Where the service is. Default: <c>https://api.twilio.com</c>.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.twilio.com");

    /// <summary>How long sending one SMS may take. Default: 15 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
