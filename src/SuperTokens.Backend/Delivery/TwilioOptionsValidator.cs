using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Delivery;

/// <summary>Checks <see cref="TwilioOptions"/> at start.</summary>
internal sealed class TwilioOptionsValidator : IValidateOptions<TwilioOptions>
{
    private const string Section = "SuperTokens:Twilio";

    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.AccountSid))
        {
            failures.Add($"{Section}:AccountSid is missing. Set it to the SID that Twilio's console shows for your account.");
        }
        else if (!options.AccountSid.All(char.IsAsciiLetterOrDigit))
        {
            failures.Add($"{Section}:AccountSid is \"{options.AccountSid}\", which is no SID. It is made of letters and digits.");
        }

        if (string.IsNullOrWhiteSpace(options.AuthToken))
        {
            failures.Add($"{Section}:AuthToken is missing. Set it in user secrets or the environment (SuperTokens__Twilio__AuthToken).");
        }

        if (string.IsNullOrWhiteSpace(options.From) == string.IsNullOrWhiteSpace(options.MessagingServiceSid))
        {
            failures.Add($"{Section} needs exactly one of From and MessagingServiceSid: the number to send from, or the service that chooses one.");
        }

        if (options.BaseAddress is not { IsAbsoluteUri: true } address || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            failures.Add($"{Section}:BaseAddress is \"{options.BaseAddress}\". Use an address with https, such as \"https://api.twilio.com\".");
        }

        if (options.Timeout <= TimeSpan.Zero)
        {
            failures.Add($"{Section}:Timeout is {options.Timeout}. Use a positive time, such as \"00:00:15\".");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
