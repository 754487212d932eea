using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>The application's own endpoints; none where there is no routing.</summary>
/// <param name="source">All of them, once the application has started.</param>
internal sealed class DoctorEndpoints(EndpointDataSource? source = null)
{
    /// <summary>The endpoints there are now.</summary>
    public IReadOnlyList<Endpoint> All => source?.Endpoints ?? [];
}
