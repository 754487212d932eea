using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.RateLimiting;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The recipe's limits. Signing out has none: it takes a session, and works once for each.</summary>
internal sealed class RateLimitedSessionApi(ISessionApi inner, RateLimits limits) : DelegatingSessionApi(inner)
{
    public override Task<SessionContainer> RefreshPostAsync(ApiContext context, CancellationToken cancellationToken = default)
        => limits.RefreshAsync(context, () => base.RefreshPostAsync(context, cancellationToken));
}
