using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>An <see cref="ISessionApi"/> that passes every call on. Derive from it to override single methods.</summary>
/// <param name="inner">The original.</param>
public abstract class DelegatingSessionApi(ISessionApi inner) : ISessionApi
{
    /// <summary>The original.</summary>
    protected ISessionApi Inner { get; } = inner;

    /// <inheritdoc />
    public virtual Task<SessionContainer> RefreshPostAsync(ApiContext context, CancellationToken cancellationToken = default)
        => Inner.RefreshPostAsync(context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<SignOutPostResult> SignOutPostAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.SignOutPostAsync(session, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<SessionContainer?> VerifySessionAsync(VerifySessionOptions? options, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.VerifySessionAsync(options, context, cancellationToken);
}
