namespace SuperTokens.PeerSuites.WebsiteServer;

/// <summary>How often a test's client came for what, for the test to ask.</summary>
internal sealed class Counters
{
    private int _refreshAttempted;
    private int _refreshCalled;
    private int _getSessionCalled;

    public int RefreshAttempted => _refreshAttempted;

    public int RefreshCalled => _refreshCalled;

    public int GetSessionCalled => _getSessionCalled;

    public void CountRefreshAttempt() => Interlocked.Increment(ref _refreshAttempted);

    public void CountRefresh() => Interlocked.Increment(ref _refreshCalled);

    public void CountGetSession() => Interlocked.Increment(ref _getSessionCalled);

    public void Reset() => _refreshAttempted = _refreshCalled = _getSessionCalled = 0;
}
