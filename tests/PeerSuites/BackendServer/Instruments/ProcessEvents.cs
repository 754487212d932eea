using System.Collections.Concurrent;

namespace SuperTokens.PeerSuites.BackendServer.Instruments;

/// <summary>The events of the Node SDK's PROCESS_STATE that the suite waits for.</summary>
internal sealed class ProcessEvents
{
    public const int NoPrimaryUserExists = 4;
    public const int IsSignUpAllowedCalled = 5;
    public const int IsSignInAllowedCalled = 6;
    public const int IsSignInUpAllowedHelperCalled = 7;

    // As the Node SDK waits.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(7);

    private readonly AsyncLocal<bool> _isDeciding = new();

    private readonly ConcurrentDictionary<int, TaskCompletionSource> _events = new();

    /// <summary>Whether this is asked on behalf of a decision on signing up or in.</summary>
    public bool IsDeciding => _isDeciding.Value;

    public async Task<bool> DecideAsync(Func<Task<bool>> decide)
    {
        Happened(IsSignInUpAllowedHelperCalled);
        _isDeciding.Value = true;
        return await decide();
    }

    public void Happened(int number) => Event(number).TrySetResult();

    public async Task<bool> WaitAsync(int number)
    {
        try
        {
            await Event(number).Task.WaitAsync(s_patience);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private TaskCompletionSource Event(int number) => _events.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
