using System.Net;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SuperTokens.Backend.Delivery;

/// <summary>Checks <see cref="SmtpOptions"/> at start.</summary>
internal sealed class SmtpOptionsValidator : IValidateOptions<SmtpOptions>
{
    private const string Section = "SuperTokens:Smtp";

    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            failures.Add($"{Section}:Host is missing. Set it to your mail server's host name, such as \"smtp.example.com\".");
        }
        else if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown)
        {
            failures.Add($"{Section}:Host is \"{options.Host}\", which is no host name. Leave out the scheme and the port.");
        }

        if (options.EffectivePort is < 1 or > 65535)
        {
            failures.Add($"{Section}:Port is {options.Port}. Use a number from 1 to 65535, usually 587 or 465.");
        }

        if (!Enum.IsDefined(options.Security))
        {
            failures.Add($"{Section}:Security is {options.Security}. Use StartTls, Tls or None.");
        }

        if (!MailboxAddress.TryParse(options.From, out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
        {
            failures.Add($"{Section}:From is \"{options.From}\". Set it to the sender's address, such as \"Example <no-reply@example.com>\".");
        }

        if (string.IsNullOrEmpty(options.UserName) != string.IsNullOrEmpty(options.Password))
        {
            failures.Add($"{Section} has only one of UserName and Password. Set both, the password in user secrets or the environment, or neither.");
        }

        if (options.Security == SmtpSecurity.None && !IsThisMachine(options.Host))
        {
            failures.Add($"{Section}:Security is None, so links and passwords would cross the network readable by anybody. Use StartTls or Tls.");
        }

        if (options.Timeout <= TimeSpan.Zero)
        {
            failures.Add($"{Section}:Timeout is {options.Timeout}. Use a positive time, such as \"00:00:15\".");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsThisMachine(string? host)
        => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
