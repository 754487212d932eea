using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>A singleton with an observer around it that stays outermost: an override goes between the two.</summary>
internal sealed class ObservedDescriptor : ServiceDescriptor
{
    private readonly Func<ServiceDescriptor, ServiceDescriptor> _observe;

    private ObservedDescriptor(Type serviceType, Func<IServiceProvider, object> create, ServiceDescriptor observed, Func<ServiceDescriptor, ServiceDescriptor> observe)
        : base(serviceType, create, observed.Lifetime)
    {
        Observed = observed;
        _observe = observe;
    }

    /// <summary>What is observed.</summary>
    public ServiceDescriptor Observed { get; }

    /// <summary>Describes a singleton and its observer.</summary>
    /// <typeparam name="TService">The interface.</typeparam>
    /// <typeparam name="TImplementation">What is observed.</typeparam>
    /// <typeparam name="TObserver">The observer; its constructor takes a <typeparamref name="TService"/> and any services.</typeparam>
    /// <returns>The descriptor.</returns>
    public static ObservedDescriptor Singleton<
        TService,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver>()
        where TService : class
        where TImplementation : class, TService
        where TObserver : class, TService
    {
        return Observe(ServiceDescriptor.Singleton<TService, TImplementation>());

        static ObservedDescriptor Observe(ServiceDescriptor observed)
            => new(
                typeof(TService),
                services => ActivatorUtilities.CreateInstance<TObserver>(services, SuperTokensBuilder.Create<TService>(observed, services)),
                observed,
                Observe);
    }

    /// <summary>Puts another service in the place of what is observed.</summary>
    /// <param name="observed">The other service.</param>
    /// <returns>A descriptor with the same observer.</returns>
    public ServiceDescriptor With(ServiceDescriptor observed) => _observe(observed);
}
