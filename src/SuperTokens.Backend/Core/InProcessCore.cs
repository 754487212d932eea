namespace SuperTokens.Backend.Core;

/// <summary>
/// Registered as a singleton by a core that lives in this process. It is used whenever
/// <see cref="Configuration.SuperTokensOptions.ConnectionUri"/> is not set, which makes that setting optional.
/// </summary>
/// <param name="CreateHandler">Makes the handler that answers requests to the core.</param>
internal sealed record InProcessCore(Func<IServiceProvider, HttpMessageHandler> CreateHandler);
