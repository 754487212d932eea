using System.Diagnostics.CodeAnalysis;
using SuperTokens.Testing.LocalProvider;

namespace SuperTokens.Build;

/// <summary>A provider for social sign-in on this machine, so that an app can be tried that is registered nowhere. It believes everybody.</summary>
public sealed class LocalProvider : IAsyncDisposable
{
    /// <summary>The provider's id in the app.</summary>
    public const string Id = "local";

    /// <summary>Where it sends people back to: a page of the website that every app is made for unless told otherwise.</summary>
    internal const string ComeBackTo = "http://localhost:3000/auth/callback/" + Id;

    private readonly SocketsHttpHandler _handler = new() { UseCookies = false, AllowAutoRedirect = false };
    private readonly HttpClient _browser;
    private readonly OpenIdProvider _provider;

    private LocalProvider(OpenIdProvider provider)
    {
        _provider = provider;
        _browser = new HttpClient(_handler) { Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>The environment variables that make it known to an app.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        [Setting("Name")] = "A provider on this machine",
        [Setting("OidcDiscoveryEndpoint")] = _provider.DiscoveryEndpoint,
        [Setting("ClientId")] = OpenIdProvider.ClientId,
        [Setting("ClientSecret")] = OpenIdProvider.ClientSecret,
    };

    /// <summary>Starts it on a free port.</summary>
    /// <returns>The provider; dispose it to stop it.</returns>
    [SuppressMessage("Reliability", "CA2000", Justification = "The new object disposes of it.")]
    public static async Task<LocalProvider> StartAsync() => new(await OpenIdProvider.StartAsync().ConfigureAwait(false));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _handler.Dispose();
        await _provider.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Does what a browser does at the provider.</summary>
    /// <param name="address">Where the app sent it.</param>
    /// <param name="email">Who signs in there.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The parameters it comes back with.</returns>
    internal async Task<IReadOnlyDictionary<string, string>> SignInAsync(string address, string email, CancellationToken cancellationToken)
    {
        lock (_provider.Users)
        {
            if (_provider.Users.All(user => user.Id != email))
            {
                _provider.Users.Add(new ProviderUser(email, email));
            }
        }

        // A frontend adds a state of its own; a site that signs people in itself has done so.
        var state = address.Contains("&state=", StringComparison.Ordinal) ? string.Empty : "&state=untouched";
        using var response = await _browser.GetAsync(new Uri($"{address}{state}&login_hint={Uri.EscapeDataString(email)}"), cancellationToken).ConfigureAwait(false);
        var back = response.Headers.Location ?? throw new BuildException($"The provider answered {(int)response.StatusCode} instead of sending the browser back:\n\n{address}");
        return back.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
    }

    private static string Setting(string name) => $"SuperTokens__ThirdParty__Providers__{Id}__{name}";
}
