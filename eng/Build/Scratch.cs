using System.Net;
using System.Net.Sockets;

namespace SuperTokens.Build;

/// <summary>Places to work in: folders that go again, ports that nobody has.</summary>
internal static class Scratch
{
    internal static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
