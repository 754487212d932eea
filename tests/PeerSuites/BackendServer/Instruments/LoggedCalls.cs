using System.Reflection;

namespace SuperTokens.PeerSuites.BackendServer.Instruments;

/// <summary>Logs each call of an interface of the SDK, in front of whatever else overrides it.</summary>
internal class LoggedCalls<T> : DispatchProxy
    where T : class
{
    private static readonly MethodInfo s_log = typeof(LoggedCalls<T>).GetMethod(nameof(LogAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private T _inner = null!;
    private OverrideLog _log = null!;
    private string _prefix = "";
    private IReadOnlyDictionary<string, string> _names = null!;

    /// <param name="names">What the Node SDK calls methods that it does not call as this one does.</param>
    public static T Create(T inner, OverrideLog log, string prefix, IReadOnlyDictionary<string, string>? names = null)
    {
        var proxy = Create<T, LoggedCalls<T>>();
        var logged = (LoggedCalls<T>)(object)proxy;
        (logged._inner, logged._log, logged._prefix, logged._names) = (inner, log, prefix, names ?? new Dictionary<string, string>());
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = $"{_prefix}.{_names.GetValueOrDefault(targetMethod!.Name) ?? NameOf(targetMethod)}";
        _log.Call(name, args);
        var result = targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        return result is Task task && task.GetType() is { IsGenericType: true } && targetMethod.ReturnType.IsGenericType
            ? s_log.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()[0]).Invoke(this, [name, task])
            : result;
    }

    // SignInAsync is signIn there.
    private static string NameOf(MethodInfo method)
    {
        var name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^"Async".Length] : method.Name;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private async Task<TResult> LogAsync<TResult>(string name, Task<TResult> task)
    {
        try
        {
            var result = await task;
            _log.Result(name, result);
            return result;
        }
        catch (Exception exception)
        {
            _log.Failed(name, exception);
            throw;
        }
    }
}
