using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>Checks <see cref="RateLimitingOptions"/> at start.</summary>
internal sealed class RateLimitingOptionsValidator : IValidateOptions<RateLimitingOptions>
{
    private const string Section = "SuperTokens:RateLimiting:";
    private const int MostPermits = 1_000_000;
    private const int LeastTracked = 1_000;
    private const int MostTracked = 10_000_000;

    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, RateLimitingOptions options)
    {
        var failures = new List<string>();
        Check(failures, nameof(options.FailedAttemptsPerAddress), options.FailedAttemptsPerAddress);
        Check(failures, nameof(options.FailedAttemptsPerAccount), options.FailedAttemptsPerAccount);
        Check(failures, nameof(options.SignUpsPerAddress), options.SignUpsPerAddress);
        Check(failures, nameof(options.MessagesPerAddress), options.MessagesPerAddress);
        Check(failures, nameof(options.MessagesPerRecipient), options.MessagesPerRecipient);
        Check(failures, nameof(options.LookupsPerAddress), options.LookupsPerAddress);
        Check(failures, nameof(options.FailedRefreshesPerAddress), options.FailedRefreshesPerAddress);
        if (options.MaxTracked is < LeastTracked or > MostTracked)
        {
            failures.Add($"{Section}{nameof(options.MaxTracked)} is {options.MaxTracked}. Set it to a number from {LeastTracked} to {MostTracked}, such as 100000.");
        }

        if (string.IsNullOrWhiteSpace(options.Message))
        {
            failures.Add($"{Section}{nameof(options.Message)} is empty. Write what people should read, such as '{RateLimitingOptions.DefaultMessage}'.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(List<string> failures, string setting, RateLimit limit)
    {
        if (limit.Permits is < 1 or > MostPermits)
        {
            failures.Add($"{Section}{setting}:{nameof(limit.Permits)} is {limit.Permits}. Set it to a number from 1 to {MostPermits}, such as 10.");
        }

        if (limit.Window < s_shortest || limit.Window > s_longest)
        {
            failures.Add($"{Section}{setting}:{nameof(limit.Window)} is {limit.Window:c}. Set it to a time from {s_shortest:c} to {s_longest:c}, such as 00:10:00.");
        }
    }
}
