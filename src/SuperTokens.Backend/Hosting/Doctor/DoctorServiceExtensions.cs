using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting.Doctor.Checks;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Adds the doctor.</summary>
internal static class DoctorServiceExtensions
{
    /// <summary>Adds the checks and what runs them.</summary>
    /// <param name="services">The application's services, after those of the web server.</param>
    /// <param name="arguments">The arguments of the process.</param>
    public static void AddSuperTokensDoctor(this IServiceCollection services, IEnumerable<string> arguments)
    {
        var doctor = new DoctorSwitch(arguments);
        services.AddSingleton(doctor);
        services.AddSingleton<UsedMiddleware>();
        services.AddSingleton<DoctorRunner>();
        services.AddSingleton<IDoctorTerminal, DoctorTerminal>();
        services.AddSingleton<CoreProbe>();
        services.AddSingleton<DoctorSites>();
        services.AddSingleton<DoctorEndpoints>();
        services.AddSingleton<DoctorFeatures>();
        services.AddSingleton<IDoctorCheck, AddressCheck>();
        services.AddSingleton<IDoctorCheck, ListeningCheck>();
        services.AddSingleton<IDoctorCheck, CookieCheck>();
        services.AddSingleton<IDoctorCheck, CorsCheck>();
        services.AddSingleton<IDoctorCheck, MiddlewareCheck>();
        services.AddSingleton<IDoctorCheck, RouteCheck>();
        services.AddSingleton<IDoctorCheck, EmbeddedCoreCheck>();
        services.AddSingleton<IDoctorCheck, CoreConnectionCheck>();
        services.AddSingleton<IDoctorCheck, CoreCheck>();
        services.AddSingleton<IDoctorCheck, LicenceCheck>();
        services.AddSingleton<IDoctorCheck, SecretFileCheck>();
        services.AddSingleton<IDoctorCheck, ProviderSecretCheck>();
        services.AddSingleton<IDoctorCheck, SenderCheck>();
        services.AddHostedService<DoctorService>();
        if (doctor.IsOn)
        {
            Silence(services);
        }
    }

    private static void Silence(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(IServer)))
        {
            services.Replace(ServiceDescriptor.Singleton<IServer, SilentServer>());
        }

        if (services.LastOrDefault(service => service.ServiceType == typeof(IStartupValidator)) is { ImplementationType: { } type } validator)
        {
            services.Remove(validator);
            services.AddSingleton<IStartupValidator>(provider => new DoctorStartupValidator(
                (IStartupValidator)ActivatorUtilities.CreateInstance(provider, type), provider.GetRequiredService<IDoctorTerminal>()));
        }
    }
}
