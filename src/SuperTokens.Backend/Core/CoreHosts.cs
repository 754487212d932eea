using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Core;

/// <summary>The core's hosts, each with its base path. Calls start at the next host each time (round robin).</summary>
internal sealed class CoreHosts
{
    // The host is never looked up: the handler of an in-process core answers before that. RFC 6761 reserves the name.
    private const string InProcessHost = "http://core.invalid";

    private readonly ImmutableArray<string> _hosts;
    private uint _next = uint.MaxValue;

    private CoreHosts(ImmutableArray<string> hosts) => _hosts = hosts;

    public int Count => _hosts.Length;

    /// <summary>All hosts: scheme, host, port and base path each.</summary>
    public ImmutableArray<string> All => _hosts;

    /// <summary>Reads a connection URI: addresses separated by <c>;</c>.</summary>
    /// <param name="connectionUri">The text to read.</param>
    /// <param name="hosts">The hosts read.</param>
    /// <returns>Whether each part is an address and there is at least one.</returns>
    public static bool TryParse(string connectionUri, [NotNullWhen(true)] out CoreHosts? hosts)
    {
        hosts = null;
        var list = ImmutableArray.CreateBuilder<string>();
        foreach (var part in connectionUri.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!NormalisedUrl.TryGetDomain(part, out var domain) || !NormalisedUrl.TryGetPath(part, out var basePath))
            {
                return false;
            }

            list.Add(domain + basePath);
        }

        hosts = list.Count == 0 ? null : new CoreHosts(list.ToImmutable());
        return hosts is not null;
    }

    /// <summary>The hosts of these settings; those of an in-process core when no connection URI is set.</summary>
    /// <param name="options">Validated settings.</param>
    /// <returns>The hosts.</returns>
    public static CoreHosts Of(SuperTokensOptions options)
        => TryParse(string.IsNullOrWhiteSpace(options.ConnectionUri) ? InProcessHost : options.ConnectionUri, out var hosts)
            ? hosts
            : throw new InvalidOperationException("SuperTokens:ConnectionUri is not a list of addresses.");

    /// <summary>Where the next call starts.</summary>
    /// <returns>A number to give to <see cref="At"/>; add 1 for each further try.</returns>
    public uint Next() => Interlocked.Increment(ref _next);

    /// <summary>The host of one try.</summary>
    /// <param name="position">What <see cref="Next"/> returned, plus the number of tries before.</param>
    /// <returns>Scheme, host, port and base path; no trailing slash.</returns>
    public string At(uint position) => _hosts[(int)(position % (uint)_hosts.Length)];
}
