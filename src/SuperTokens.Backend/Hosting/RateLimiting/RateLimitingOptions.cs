namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>
/// How often one client address, and anybody for one account, may use the frontend API; the configuration section
/// <c>SuperTokens:RateLimiting</c> binds to it. Each process counts for itself, and an IPv6 address counts as its /64 network.
/// </summary>
public sealed class RateLimitingOptions
{
    /// <summary>What people read who have to wait, unless the app says otherwise.</summary>
    public const string DefaultMessage = "Too many attempts. Please try again later.";

    /// <summary>Whether anything is limited. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Failed sign-ins, wrong codes and wrong links from one address; those that succeed do not count. Default: 50 in 5 minutes, so that
    /// an office behind one address keeps working while nobody tries many accounts from one.
    /// </summary>
    public RateLimit FailedAttemptsPerAddress { get; set; } = new(50, TimeSpan.FromMinutes(5));

    /// <summary>
    /// Failed sign-ins with a password for one e-mail address, from all client addresses together. Default: 10 in 30 minutes. A client address
    /// from which the account was signed in to before has a limit of its own, so that strangers do not lock its owner out there.
    /// </summary>
    public RateLimit FailedAttemptsPerAccount { get; set; } = new(10, TimeSpan.FromMinutes(30));

    /// <summary>Sign-ups with a password from one address, successful or not. Default: 20 in 10 minutes.</summary>
    public RateLimit SignUpsPerAddress { get; set; } = new(20, TimeSpan.FromMinutes(10));

    /// <summary>Mails and SMS that one address asks for: codes, links, password resets, verifications. Default: 30 in 10 minutes.</summary>
    public RateLimit MessagesPerAddress { get; set; } = new(30, TimeSpan.FromMinutes(10));

    /// <summary>Mails and SMS to one recipient, whoever asks for them. Default: 6 in 15 minutes.</summary>
    public RateLimit MessagesPerRecipient { get; set; } = new(6, TimeSpan.FromMinutes(15));

    /// <summary>Questions from one address whether somebody has an account. Sign-up forms ask while people type. Default: 60 in a minute.</summary>
    public RateLimit LookupsPerAddress { get; set; } = new(60, TimeSpan.FromMinutes(1));

    /// <summary>
    /// Refused refreshes from one address; those that succeed do not count, and nobody is signed out by the limit (it answers 429, never 401).
    /// Default: 300 in a minute.
    /// </summary>
    public RateLimit FailedRefreshesPerAddress { get; set; } = new(300, TimeSpan.FromMinutes(1));

    /// <summary>
    /// How many addresses or accounts each limit remembers at most, 60 bytes or so each; the ones longest unused go first. 1,000 to 10,000,000.
    /// Default: 100,000.
    /// </summary>
    public int MaxTracked { get; set; } = 100_000;

    /// <summary>
    /// Whether a limited request gets status 429 instead of 200 with the status <c>GENERAL_ERROR</c>. Default: false, because SuperTokens'
    /// frontends show the message of the latter and "Something went wrong" for the former. Both have the header <c>Retry-After</c>, in seconds.
    /// A limited refresh gets 429 either way.
    /// </summary>
    public bool UseStatus429 { get; set; }

    /// <summary>What people read who have to wait. Frontends may translate it. Default: <see cref="DefaultMessage"/></summary>
    public string Message { get; set; } = DefaultMessage;
}
