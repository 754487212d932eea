using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Core;

/// <summary>The handler at the end of the core's HTTP client.</summary>
internal static class CoreHandler
{
    /// <summary>Makes the handler: an in-process core when there is one and no connection URI is set, else sockets.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The handler.</returns>
    public static HttpMessageHandler Create(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<SuperTokensOptions>>().Value;
        if (string.IsNullOrWhiteSpace(options.ConnectionUri) && services.GetService<InProcessCore>() is { } inProcess)
        {
            return inProcess.CreateHandler(services);
        }

        var time = services.GetRequiredService<TimeProvider>();
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // DNS is asked again now and then, as the factory's handler is kept for good.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),

            // Shorter than the core's own keep-alive, so that a write seldom meets a connection the core is closing.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context, options.Core.Timeout / 2, time, cancellationToken),
        };
    }

    // A connection not made in half the call's time fails as one: the request was surely not sent, and another host has time left.
    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket; every other way out disposes of it.")]
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, linked.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
