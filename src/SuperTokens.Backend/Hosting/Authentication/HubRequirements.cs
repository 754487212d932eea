using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>What the attributes of hubs' methods require: SignalR itself reads no more of them than their policy's name.</summary>
internal sealed class HubRequirements
{
    private readonly ConcurrentDictionary<MethodInfo, IAuthorizationRequirement[]> _byMethod = new();

    public IAuthorizationRequirement[] Of(MethodInfo method)
        => _byMethod.GetOrAdd(method, static known => [.. known.GetCustomAttributes<SessionRequirementAttribute>(inherit: true).SelectMany(one => one.GetRequirements())]);
}
