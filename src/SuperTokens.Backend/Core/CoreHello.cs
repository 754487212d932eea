namespace SuperTokens.Backend.Core;

/// <summary>Asks whether the core is there: each host by itself, and all together for a CDI version that both sides speak.</summary>
internal sealed class CoreHello(CoreTransport transport, ICoreClient client)
{
    private const int Ok = 200;

    /// <summary>Asks. The route needs no key, and makes the core read from its database, at most 200 times a second.</summary>
    /// <param name="cancellationToken">Ends the asking; hosts that have not answered by then count as not there.</param>
    /// <returns>Who answered. Source: the core's HelloAPI.</returns>
    public async Task<CoreHelloResult> AskAsync(CancellationToken cancellationToken)
    {
        var attempts = await transport.SendToEachAsync(CoreRequest.Get(CorePath.App("/hello")), cancellationToken);
        var answering = attempts.Count(attempt => attempt.Answer is { Status: Ok } answer && answer.Body.AsSpan().StartsWith("Hello"u8));
        return new CoreHelloResult(attempts.Length, answering, answering > 0 && await SpeaksCdiAsync(cancellationToken));
    }

    private async Task<bool> SpeaksCdiAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.GetCdiVersionAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is CoreException or OperationCanceledException)
        {
            return false;
        }
    }
}
