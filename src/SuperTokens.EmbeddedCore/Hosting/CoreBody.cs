using SuperTokens.EmbeddedCore.Api;

namespace SuperTokens.EmbeddedCore.Hosting;

/// <summary>Reads a request's body up to a limit.</summary>
internal static class CoreBody
{
    // Far above any request of an SDK, far below what would hurt the process.
    private const int MaxBytes = 4 * 1024 * 1024;

    public static CoreResponse TooLarge { get; } = CoreResponse.Text(400, $"Request body is larger than {MaxBytes} bytes");

    /// <summary>The whole body, or null when it is too large.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
            {
                return null;
            }

            await buffer.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        return buffer.ToArray();
    }
}
