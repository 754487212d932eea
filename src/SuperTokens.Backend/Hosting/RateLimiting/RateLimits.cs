using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;

namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>The limits of the frontend API. Recipes run their calls through one of its methods, which call back for the limited answer.</summary>
internal sealed class RateLimits
{
    private readonly RateLimitingOptions _options;
    private readonly RateLimitKeys _keys;
    private readonly AuditTrail _audit;
    private readonly SuperTokensMetrics _metrics;
    private readonly ILogger _logger;

    private readonly Limit _failedAttemptsPerAddress;
    private readonly Limit _failedAttemptsPerAccount;
    private readonly Limit _signUpsPerAddress;
    private readonly Limit _messagesPerAddress;
    private readonly Limit _messagesPerRecipient;
    private readonly Limit _lookupsPerAddress;
    private readonly Limit _failedRefreshesPerAddress;

    private readonly Lock _lock = new();
    private readonly RecentKeys<bool> _knownPairs;
    private readonly RecentKeys<UInt128> _recipients;

    private bool _saidAddressUnknown;

    public RateLimits(
        IOptions<RateLimitingOptions> options,
        RateLimitKeys keys,
        TimeProvider time,
        IHostEnvironment environment,
        AuditTrail audit,
        SuperTokensMetrics metrics,
        ILogger<RateLimits> logger)
    {
        _options = options.Value;
        _keys = keys;
        _audit = audit;
        _metrics = metrics;
        _logger = logger;

        // Connections from this machine are what development is about.
        _saidAddressUnknown = environment.IsDevelopment();
        _failedAttemptsPerAddress = Of(nameof(_options.FailedAttemptsPerAddress), _options.FailedAttemptsPerAddress);
        _failedAttemptsPerAccount = Of(nameof(_options.FailedAttemptsPerAccount), _options.FailedAttemptsPerAccount);
        _signUpsPerAddress = Of(nameof(_options.SignUpsPerAddress), _options.SignUpsPerAddress);
        _messagesPerAddress = Of(nameof(_options.MessagesPerAddress), _options.MessagesPerAddress);
        _messagesPerRecipient = Of(nameof(_options.MessagesPerRecipient), _options.MessagesPerRecipient);
        _lookupsPerAddress = Of(nameof(_options.LookupsPerAddress), _options.LookupsPerAddress);
        _failedRefreshesPerAddress = Of(nameof(_options.FailedRefreshesPerAddress), _options.FailedRefreshesPerAddress);
        _knownPairs = new(_options.MaxTracked);
        _recipients = new(_options.MaxTracked);

        Limit Of(string name, RateLimit limit) => new(name, new Allowances(limit, _options.MaxTracked, time));
    }

    public bool IsEnabled => _options.Enabled;

    /// <summary>Tells callers when to come back, in whole seconds (RFC 9110, 10.2.3).</summary>
    /// <param name="context">The request.</param>
    /// <param name="retryAfter">In which time.</param>
    public static void WriteRetryAfter(HttpContext context, TimeSpan retryAfter)
        => context.Response.Headers.RetryAfter = Seconds(retryAfter).ToString(CultureInfo.InvariantCulture);

    /// <summary>Runs an attempt that could be a guess: it counts unless it turns out to be a good one, or the core fails.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="isGood">Whether an answer is none to a wrong guess.</param>
    /// <param name="refuse">Makes the answer to a limited attempt.</param>
    /// <param name="account">Whose password is tried. Default: none, as the secret itself says whose it is.</param>
    /// <returns>The answer.</returns>
    public Task<T> AttemptAsync<T>(ApiContext context, Func<Task<T>> attempt, Func<T, bool> isGood, Func<string, T> refuse, string? account = null)
    {
        var address = AddressOf(context);
        Charge[] charges = account is null
            ? [new(_failedAttemptsPerAddress, address)]
            : [new(_failedAttemptsPerAddress, address), new(_failedAttemptsPerAccount, KeyOfAccountAt(address, account))];
        return Take(context, charges) is { } limited ? Task.FromResult(Refuse(context, limited, refuse)) : RunAsync(charges, attempt, isGood);
    }

    /// <summary>Remembers that a person proved, from this address, that an account is theirs: strangers' failures do not count against them there.</summary>
    /// <param name="context">The request.</param>
    /// <param name="account">The account's address.</param>
    public void Know(ApiContext context, string account)
    {
        var key = _keys.OfText(account);
        if (AddressOf(context) is not { } address)
        {
            _failedAttemptsPerAccount.Allowances.Reset(key);
            return;
        }

        lock (_lock)
        {
            _knownPairs.Set(_keys.OfPair(key, address), true);
        }
    }

    /// <summary>Runs a sign-up.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="signUp">The sign-up.</param>
    /// <param name="refuse">Makes the answer to a limited one.</param>
    /// <returns>The answer.</returns>
    public Task<T> SignUpAsync<T>(ApiContext context, Func<Task<T>> signUp, Func<string, T> refuse) => CountAsync(context, [new(_signUpsPerAddress, AddressOf(context))], signUp, refuse);

    /// <summary>Runs a question whether somebody has an account.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="lookup">The question.</param>
    /// <param name="refuse">Makes the answer to a limited one.</param>
    /// <returns>The answer.</returns>
    public Task<T> LookUpAsync<T>(ApiContext context, Func<Task<T>> lookup, Func<string, T> refuse) => CountAsync(context, [new(_lookupsPerAddress, AddressOf(context))], lookup, refuse);

    /// <summary>Runs what sends a mail or an SMS.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="recipient">To whom: an address, a number, a user's id, or a device of <see cref="RememberRecipient"/>.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="refuse">Makes the answer when it may not.</param>
    /// <returns>The answer.</returns>
    public Task<T> SendAsync<T>(ApiContext context, string recipient, Func<Task<T>> send, Func<string, T> refuse)
    {
        var key = _keys.OfText(recipient);
        lock (_lock)
        {
            key = _recipients.TryGet(key, out var known) ? known : key;
        }

        return CountAsync(context, [new(_messagesPerAddress, AddressOf(context)), new(_messagesPerRecipient, key)], send, refuse);
    }

    /// <summary>Remembers to whom the messages of a device go, as later requests name the device only.</summary>
    /// <param name="device">The device.</param>
    /// <param name="recipient">The address or number.</param>
    public void RememberRecipient(string device, string recipient)
    {
        lock (_lock)
        {
            _recipients.Set(_keys.OfText(device), _keys.OfText(recipient));
        }
    }

    /// <summary>Runs a refresh. Only refused ones count, so that people behind one address do not meet the limit by being many.</summary>
    /// <typeparam name="T">The session.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="refresh">The refresh.</param>
    /// <returns>The session.</returns>
    /// <exception cref="RateLimitedException">It came too soon. Any other answer would end the session, or be taken for a new one.</exception>
    public Task<T> RefreshAsync<T>(ApiContext context, Func<Task<T>> refresh)
    {
        Charge[] charges = [new(_failedRefreshesPerAddress, AddressOf(context))];
        return Take(context, charges) is { } limited ? throw new RateLimitedException(limited) : RunAsync(charges, refresh, _ => true);
    }

    private static long Seconds(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);

    private static void GiveBack(Charge[] charges)
    {
        foreach (var (limit, key) in charges)
        {
            if (key is { } taken)
            {
                limit.Allowances.GiveBack(taken);
            }
        }
    }

    private static async Task<T> RunAsync<T>(Charge[] charges, Func<Task<T>> attempt, Func<T, bool> isGood)
    {
        try
        {
            var answer = await attempt();
            if (isGood(answer))
            {
                GiveBack(charges);
            }

            return answer;
        }
        catch (CoreException)
        {
            // Nothing was learned, and people who try again when the core is back must not find themselves locked out.
            GiveBack(charges);
            throw;
        }
    }

    private Task<T> CountAsync<T>(ApiContext context, Charge[] charges, Func<Task<T>> run, Func<string, T> refuse)
        => Take(context, charges) is { } limited ? Task.FromResult(Refuse(context, limited, refuse)) : RunAsync(charges, run, _ => false);

    // What was taken before the limit that refuses stays taken: an attempt on a limited account is one more from that address.
    private TimeSpan? Take(ApiContext context, Charge[] charges)
    {
        foreach (var (limit, key) in charges)
        {
            if (key is { } wanted && limit.Allowances.Take(wanted) is { } wait)
            {
                _logger.Limited(limit.Name, Seconds(wait));
                _metrics.RateLimited(limit.Name);
                _audit.Report(new AuditEvent.RateLimited(limit.Name) { TenantId = context.TenantId });
                return wait;
            }
        }

        return null;
    }

    private T Refuse<T>(ApiContext context, TimeSpan retryAfter, Func<string, T> refuse)
    {
        if (_options.UseStatus429 && context.HttpContext.Features.Get<PageFeature>() is null)
        {
            throw new RateLimitedException(retryAfter);
        }

        WriteRetryAfter(context.HttpContext, retryAfter);
        return refuse(_options.Message);
    }

    private UInt128 KeyOfAccountAt(UInt128? address, string account)
    {
        var key = _keys.OfText(account);
        if (address is not { } known)
        {
            return key;
        }

        var pair = _keys.OfPair(key, known);
        lock (_lock)
        {
            return _knownPairs.TryGet(pair, out _) ? pair : key;
        }
    }

    private UInt128? AddressOf(ApiContext context)
    {
        var key = _keys.OfAddress(context.HttpContext.Connection.RemoteIpAddress);
        if (key is null && !_saidAddressUnknown)
        {
            _saidAddressUnknown = true;
            _logger.AddressUnknown();
        }

        return key;
    }

    private readonly record struct Charge(Limit Limit, UInt128? Key);

    private sealed record Limit(string Name, Allowances Allowances);
}
