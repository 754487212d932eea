namespace SuperTokens.Backend.Core;

/// <summary>A clock whose timers run a hundred times faster, so that a test need not wait for back-offs.</summary>
internal sealed class FastTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 100 : dueTime, period);
}
