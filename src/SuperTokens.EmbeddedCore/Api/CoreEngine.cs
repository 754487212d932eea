using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using SuperTokens.EmbeddedCore.Api.AccountLinking;
using SuperTokens.EmbeddedCore.Api.EmailPassword;
using SuperTokens.EmbeddedCore.Api.EmailVerification;
using SuperTokens.EmbeddedCore.Api.General;
using SuperTokens.EmbeddedCore.Api.Jwt;
using SuperTokens.EmbeddedCore.Api.Multitenancy;
using SuperTokens.EmbeddedCore.Api.Passwordless;
using SuperTokens.EmbeddedCore.Api.Saml;
using SuperTokens.EmbeddedCore.Api.Session;
using SuperTokens.EmbeddedCore.Api.ThirdParty;
using SuperTokens.EmbeddedCore.Api.UserIdMapping;
using SuperTokens.EmbeddedCore.Api.UserMetadata;
using SuperTokens.EmbeddedCore.Api.UserRoles;
using SuperTokens.EmbeddedCore.Api.Users;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Hosting;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>
/// The core: takes a request, gives an answer, knows nothing of HTTP servers. The order of its checks is that of the real core: path,
/// API key, version, tenant of old versions, method.
/// </summary>
internal sealed class CoreEngine
{
    private readonly CoreServices _services;
    private readonly CoreRouter _router = new();
    private readonly ILogger _logger;

    public CoreEngine(CoreDatabase database, EmbeddedCoreOptions options, TimeProvider time, ILogger logger)
    {
        _logger = logger;
        _services = new CoreServices(database, options, time);
        database.Write(db =>
        {
            Expired.Remove(db, _services.Now);
            var defaultTenant = new TenantKey(TenantKey.Default, TenantKey.Default);
            if (TenantStore.Find(db, defaultTenant) is null)
            {
                TenantStore.Save(db, new TenantRow(defaultTenant, FirstFactors: null, RequiredSecondaryFactors: null, CoreConfig: []), _services.Now);
            }
        });

        RemoveExpiredCodes(database);

        ICoreApi[] apis =
        [
            new GeneralApi(_services),
            new JwtApi(_services),
            new UsersApi(_services),
            new EmailPasswordApi(_services),
            new EmailVerificationApi(_services),
            new AccountLinkingApi(_services),
            new PasswordlessApi(_services),
            new ThirdPartyApi(_services),
            new UserIdMappingApi(_services),
            new SessionApi(_services),
            new MultitenancyApi(_services),
            new UserRolesApi(_services),
            new UserMetadataApi(_services),
            new SamlApi(_services),
        ];
        foreach (var api in apis)
        {
            api.Map(_router);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong, a caller of the core gets an HTTP answer.")]
    public CoreResponse Handle(CoreRequest request)
    {
        try
        {
            return Route(request);
        }
        catch (CoreRequestException e)
        {
            return CoreResponse.Text(e.Status, e.Message);
        }
        catch (Exception e)
        {
            _logger.CoreFailed(request.Method, request.Path, e);
            return CoreResponse.Text(500, "Internal error");
        }
    }

    // How long codes live differs between tenants.
    private void RemoveExpiredCodes(CoreDatabase database)
    {
        foreach (var tenant in database.Read(db => TenantStore.List(db, appId: null)))
        {
            var createdBefore = _services.Now - _services.ConfigOf(tenant.Key).PasswordlessCodeLifetime;
            database.Write(db => PasswordlessStore.RemoveDevicesBefore(db, tenant.Key, createdBefore));
        }
    }

    private CoreResponse Route(CoreRequest request)
    {
        var (route, tenant) = _router.Find(request.Path, request.Header("rid"));
        request.Tenant = tenant;
        if (route is not null && route.NeedsApiKey && !HasApiKey(request))
        {
            return CoreResponse.Text(401, "Invalid API key");
        }

        request.Version = ReadVersion(request, route);
        if (request.Version < CdiVersion.V3_0 && !tenant.IsDefaultTenant)
        {
            // Tenants came with CDI 3.0.
            return CoreResponse.Text(404, "Not found");
        }

        if (route is null)
        {
            return CoreResponse.Text(404, "Not found");
        }

        return request.Method switch
        {
            "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "OPTIONS" or "TRACE" =>
                route.Handler(request.Method)?.Invoke(request) ?? CoreResponse.Text(405, "Method not supported"),
            _ => CoreResponse.Text(501, $"Method [{request.Method}] is not implemented by this Servlet for this URI"),
        };
    }

    private static CdiVersion ReadVersion(CoreRequest request, CoreRoute? route)
    {
        if (request.Header("cdi-version") is not { } text)
        {
            return CdiVersion.Latest;
        }

        var version = CdiVersion.TryParse(text)
            ?? throw new CoreRequestException(500, "java.lang.IllegalArgumentException: Invalid version format");
        return version > CdiVersion.Latest || (route is { NeedsVersion: true } && !version.IsSupported)
            ? throw CoreRequestException.BadRequest($"cdi-version {version} not supported")
            : version;
    }

    private bool HasApiKey(CoreRequest request)
    {
        if (_services.Options.ApiKeys.Count == 0)
        {
            return true;
        }

        var given = request.Header("api-key") ?? request.Header("authorization");
        if (given is not null && request.Header("api-key") is null && given.StartsWith("bearer ", StringComparison.OrdinalIgnoreCase))
        {
            given = given["bearer ".Length..];
        }

        // All keys are compared, so that the time tells nothing.
        return _services.Options.ApiKeys.Aggregate(false, (found, key) => Hashing.AreEqual(key, given?.Trim()) | found);
    }
}
