using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// What <c>AddSuperTokens</c> returns: recipes and other parts are added to it, as in
/// <c>services.AddSuperTokens(section).AddEmailPassword().AddSession()</c>.
/// </summary>
public sealed class SuperTokensBuilder
{
    internal SuperTokensBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Replaces an implementation by one that wraps it: derive <typeparamref name="TOverride"/> from the recipe's
    /// <c>Delegating…</c> class and change one method; everything else still runs the original.
    /// </summary>
    /// <typeparam name="TService">The interface to override, for example <c>IEmailPasswordApi</c>.</typeparam>
    /// <typeparam name="TOverride">The override; its constructor takes the original <typeparamref name="TService"/> and any services.</typeparam>
    /// <returns>The same builder. Overrides stack: one added later wraps the ones added before.</returns>
    /// <exception cref="InvalidOperationException"><typeparamref name="TService"/> is not registered: add its recipe first.</exception>
    public SuperTokensBuilder Override<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TOverride>()
        where TService : class
        where TOverride : class, TService
        => Override<TService>((inner, services) => ActivatorUtilities.CreateInstance<TOverride>(services, inner));

    /// <summary>Replaces an implementation by what <paramref name="wrap"/> makes of it.</summary>
    /// <typeparam name="TService">The interface to override, for example <c>IEmailPasswordApi</c>.</typeparam>
    /// <param name="wrap">Takes the original and the service provider, returns the override.</param>
    /// <returns>The same builder. Overrides stack: one added later wraps the ones added before.</returns>
    /// <exception cref="InvalidOperationException"><typeparamref name="TService"/> is not registered: add its recipe first.</exception>
    public SuperTokensBuilder Override<TService>(Func<TService, IServiceProvider, TService> wrap)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(wrap);
        var original = Services.LastOrDefault(d => d.ServiceType == typeof(TService) && !d.IsKeyedService)
            ?? throw new InvalidOperationException(
                $"{typeof(TService).Name} cannot be overridden because it is not registered. Add its recipe first, for example .AddEmailPassword().");
        Services.Remove(original);
        var observed = original as ObservedDescriptor;
        var inner = observed?.Observed ?? original;
        var wrapped = ServiceDescriptor.Describe(typeof(TService), services => wrap(Create<TService>(inner, services), services), inner.Lifetime);
        Services.Add(observed?.With(wrapped) ?? wrapped);
        return this;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The container kept the constructors of the type it was registered with.")]
    internal static TService Create<TService>(ServiceDescriptor original, IServiceProvider services)
        where TService : class
        => (TService)(original.ImplementationInstance
            ?? original.ImplementationFactory?.Invoke(services)
            ?? ActivatorUtilities.CreateInstance(services, original.ImplementationType!));
}
