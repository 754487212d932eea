namespace SuperTokens.Backend.Core;

/// <summary>Reads answers to their end, so that the time limit and the circuit around this handler cover the body as well.</summary>
internal sealed class WholeAnswerHandler : DelegatingHandler
{
    // Far above a page of 500 users with long data, the largest answer there is.
    public const int MaxAnswerSize = 32 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswerSize, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
