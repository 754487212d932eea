using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Makes <c>[RequireSession]</c> on a hub's methods count: SignalR by itself would not read it.</summary>
internal sealed class SessionHubFilter(ISessionRecipe recipe) : IHubFilter
{
    private readonly ConcurrentDictionary<MethodInfo, RequireSessionAttribute?> _required = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var required = _required.GetOrAdd(invocationContext.HubMethod, static method => method.GetCustomAttribute<RequireSessionAttribute>(inherit: true));
        return required is null || await IsMetAsync(required, invocationContext.Context)
            ? await next(invocationContext)
            : throw new HubException("unauthorised");
    }

    private async ValueTask<bool> IsMetAsync(RequireSessionAttribute required, HubCallerContext caller)
        => caller.GetSession() is { } session
            ? !required.CheckDatabase || await recipe.GetSessionInformationAsync(session.Handle, caller.ConnectionAborted) is not null
            : !required.SessionRequired;
}
