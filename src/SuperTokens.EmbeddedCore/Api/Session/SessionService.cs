using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Session;

/// <summary>
/// Sessions and their rotating refresh tokens. The database keeps the double hash of the <em>parent</em>: the last refresh token that the
/// client proved to have received. Refreshing with the parent makes a child; the first use of a child (or of its access token) makes it
/// the parent; a token that is neither parent nor child was used before: theft.
/// </summary>
internal sealed class SessionService(CoreServices core)
{
    private readonly AccessTokens _accessTokens = new(core.Keys);

    public SessionResult Create(TenantKey tenant, int version, string givenUserId, JsonObject dataInJwt, JsonObject dataInDatabase, bool antiCsrf, bool useStaticKey)
    {
        var config = core.ConfigOf(tenant);
        var now = core.Now;
        var handle = Guid.NewGuid() + (tenant.IsDefaultTenant ? "" : "_" + tenant.TenantId);
        var antiCsrfToken = antiCsrf ? Guid.NewGuid().ToString() : null;
        var (userId, recipeUserId, internalUserId) = core.Database.Read(db => SessionUser.Of(db, tenant.AppId, givenUserId));
        var refreshToken = NewRefreshToken(tenant, handle, recipeUserId, parentHash1: null, antiCsrfToken, config);
        var token = NewAccessToken(tenant, version, handle, userId, recipeUserId, Hashing.Sha256(refreshToken.Token), parentHash1: null, antiCsrfToken, dataInJwt, config);
        var signed = Sign(token, useStaticKey, config);
        core.Database.Write(db =>
        {
            SessionStore.Add(db, new SessionRow(
                tenant, handle, recipeUserId, Hashing.Sha256(token.RefreshTokenHash1), dataInDatabase, dataInJwt, useStaticKey, now, refreshToken.ExpiresAt));
            ActiveUserStore.Touch(db, tenant.AppId, internalUserId, now);
        });
        return new SessionResult.Ok(token, signed, dataInJwt, refreshToken);
    }

    public SessionResult Verify(string appId, string signedToken, string? antiCsrfToken, bool checkAntiCsrf, bool checkDatabase)
    {
        var config = core.ConfigOf(new TenantKey(appId, TenantKey.Default));
        switch (_accessTokens.Read(appId, signedToken, checkSignature: true, config))
        {
            case AccessTokenReading.Malformed { CoreFails: true } malformed:
                return new SessionResult.Failed(malformed.Message);
            case AccessTokenReading.Malformed malformed:
                return new SessionResult.TryRefresh(malformed.Message);
            case AccessTokenReading.Invalid invalid:
                return new SessionResult.TryRefresh(invalid.Message);
            case AccessTokenReading.Valid { Token: var token }:
                return Verify(token, antiCsrfToken, checkAntiCsrf, checkDatabase);
            default:
                throw new InvalidOperationException("A new kind of reading is not handled.");
        }
    }

    public SessionResult Refresh(string appId, int version, string refreshToken, string? antiCsrfToken, bool antiCsrf, bool? useStaticKey) =>
        core.RefreshTokens.Read(appId, refreshToken) switch
        {
            RefreshTokenReading.Invalid invalid => new SessionResult.Unauthorised(invalid.Message),
            RefreshTokenReading.Valid valid => Refresh(valid, version, refreshToken, antiCsrfToken, antiCsrf, useStaticKey),
            _ => throw new InvalidOperationException("A new kind of reading is not handled."),
        };

    /// <summary>Puts a new payload into a session and its access token, which the caller has verified before.</summary>
    public SessionResult Regenerate(string appId, string signedToken, JsonObject? dataInJwt)
    {
        var config = core.ConfigOf(new TenantKey(appId, TenantKey.Default));
        switch (_accessTokens.Read(appId, signedToken, checkSignature: false, config))
        {
            case AccessTokenReading.Malformed malformed:
                return new SessionResult.Failed(malformed.Message);
            case AccessTokenReading.Invalid invalid:
                return new SessionResult.Unauthorised(invalid.Message);
            case AccessTokenReading.Valid { Token: var token }:
                core.RequireTenant(token.Tenant);
                if (dataInJwt is not null)
                {
                    CheckPayload(dataInJwt, token.Version);
                }

                return Regenerate(token, dataInJwt, config);
            default:
                throw new InvalidOperationException("A new kind of reading is not handled.");
        }
    }

    /// <exception cref="CoreRequestException">400: the payload names a claim that belongs to the session.</exception>
    public static void CheckPayload(JsonObject payload, int version)
    {
        if (AccessToken.ProtectedClaims(version).Any(payload.ContainsKey))
        {
            throw CoreRequestException.BadRequest("The user payload contains protected field");
        }
    }

    private SessionResult Refresh(
        RefreshTokenReading.Valid reading, int version, string refreshToken, string? antiCsrfToken, bool antiCsrf, bool? useStaticKey)
    {
        if (antiCsrf && reading.AntiCsrfToken is not null && !Hashing.AreEqual(reading.AntiCsrfToken, antiCsrfToken))
        {
            return new SessionResult.Unauthorised("Anti CSRF token missing, or not matching");
        }

        core.RequireTenant(reading.Tenant);
        var config = core.ConfigOf(reading.Tenant);
        var hash1 = Hashing.Sha256(refreshToken);
        var hash2 = Hashing.Sha256(hash1);
        (SessionRow? session, bool isTheft) = core.Database.Write<(SessionRow?, bool)>(db =>
        {
            var now = core.Now;
            var stored = SessionStore.Find(db, reading.Tenant, reading.Handle);
            if (stored is null || stored.ExpiresAt < now)
            {
                return (null, false);
            }

            var isParent = Hashing.AreEqual(stored.RefreshTokenHash2, hash2);
            var isChild = reading.ParentHash1 is not null && Hashing.AreEqual(stored.RefreshTokenHash2, Hashing.Sha256(reading.ParentHash1));
            if (!isParent && !isChild)
            {
                return (stored, true);
            }

            var expiresAt = isParent ? stored.ExpiresAt : now + RefreshTokenLifetimeMs(config);
            SessionStore.Promote(db, reading.Tenant, reading.Handle, hash2, expiresAt, useStaticKey ?? stored.UseStaticKey);
            ActiveUserStore.Touch(db, reading.Tenant.AppId, UserIdMappingStore.InternalId(db, reading.Tenant.AppId, stored.UserId), now);
            return (stored, false);
        });
        if (session is null)
        {
            return new SessionResult.Unauthorised("Session missing in db or has expired");
        }

        if (isTheft)
        {
            return new SessionResult.Theft(session.Handle, session.UserId, session.RecipeUserId);
        }

        var newAntiCsrfToken = antiCsrf ? Guid.NewGuid().ToString() : null;
        var child = NewRefreshToken(reading.Tenant, session.Handle, session.RecipeUserId, hash1, newAntiCsrfToken, config);
        var token = NewAccessToken(
            reading.Tenant, version, session.Handle, session.UserId, session.RecipeUserId, Hashing.Sha256(child.Token), hash1, newAntiCsrfToken, session.DataInJwt, config);
        return new SessionResult.Ok(token, Sign(token, useStaticKey ?? session.UseStaticKey, config), session.DataInJwt, child);
    }

    private SessionResult Verify(AccessToken token, string? antiCsrfToken, bool checkAntiCsrf, bool checkDatabase)
    {
        if (token.ExpiresAt * 1000 < core.Now)
        {
            return new SessionResult.TryRefresh("Access token expired");
        }

        if (checkAntiCsrf && token.AntiCsrfToken is null)
        {
            return new SessionResult.TryRefresh("Access token does not contain all the information. Maybe the structure has changed?");
        }

        core.RequireTenant(token.Tenant);
        if (checkAntiCsrf && !Hashing.AreEqual(token.AntiCsrfToken, antiCsrfToken))
        {
            return new SessionResult.TryRefresh("anti-csrf check failed");
        }

        if (token.ParentRefreshTokenHash1 is null && !checkDatabase)
        {
            return new SessionResult.Ok(token, SignedToken: null, token.UserData);
        }

        var config = core.ConfigOf(token.Tenant);
        var (session, needsToken) = core.Database.Write(db => Promote(db, token, checkDatabase, config));
        if (session is null)
        {
            return new SessionResult.Unauthorised(checkDatabase ? "Either the session has ended or has been blacklisted" : "Session missing in db");
        }

        if (!needsToken)
        {
            return new SessionResult.Ok(token, SignedToken: null, token.UserData);
        }

        var renewed = NewAccessToken(
            token.Tenant, token.Version, token.Handle, token.UserId, token.RecipeUserId, token.RefreshTokenHash1, parentHash1: null, token.AntiCsrfToken, session.DataInJwt, config);
        return new SessionResult.Ok(renewed, Sign(renewed, session.UseStaticKey, config), session.DataInJwt);
    }

    // The first use of a refreshed access token proves that the client has its refresh token: it becomes the parent.
    private (SessionRow? Session, bool NeedsToken) Promote(DatabaseScope db, AccessToken token, bool checkDatabase, CoreConfig config)
    {
        if (SessionStore.Find(db, token.Tenant, token.Handle) is not { } session)
        {
            return (null, false);
        }

        var payloadChanged = checkDatabase && !JsonNode.DeepEquals(token.UserData, session.DataInJwt);
        if (token.ParentRefreshTokenHash1 is null)
        {
            return (session, payloadChanged);
        }

        var ownHash2 = Hashing.Sha256(token.RefreshTokenHash1);
        var isChild = Hashing.AreEqual(session.RefreshTokenHash2, Hashing.Sha256(token.ParentRefreshTokenHash1));
        if (isChild)
        {
            SessionStore.Promote(db, token.Tenant, token.Handle, ownHash2, core.Now + RefreshTokenLifetimeMs(config), session.UseStaticKey);
        }

        return (session, isChild || payloadChanged || Hashing.AreEqual(session.RefreshTokenHash2, ownHash2));
    }

    private SessionResult Regenerate(AccessToken token, JsonObject? dataInJwt, CoreConfig config)
    {
        var session = core.Database.Write(db =>
        {
            if (SessionStore.Find(db, token.Tenant, token.Handle) is not { } stored || stored.ExpiresAt <= core.Now)
            {
                return null;
            }

            var data = dataInJwt ?? stored.DataInJwt;
            SessionStore.SetDataInJwt(db, token.Tenant, token.Handle, CoreJson.Write(data));
            return stored with { DataInJwt = data };
        });
        if (session is null)
        {
            return new SessionResult.Unauthorised("Session does not exist.");
        }

        if (token.ExpiresAt * 1000 < core.Now)
        {
            // The client refreshes next anyway, and gets the new payload then.
            return new SessionResult.Ok(token, SignedToken: null, session.DataInJwt);
        }

        var renewed = token with { UserData = session.DataInJwt, IssuedAt = core.Now / 1000 };
        return new SessionResult.Ok(renewed, Sign(renewed, session.UseStaticKey, config), session.DataInJwt);
    }

    // A payload that an older version allowed must not take the place of a claim that a newer one added, such as the tenant.
    private string Sign(AccessToken token, bool useStaticKey, CoreConfig config)
    {
        CheckPayload(token.UserData, token.Version);
        return _accessTokens.Sign(token, useStaticKey, config);
    }

    private NewRefreshToken NewRefreshToken(TenantKey tenant, string handle, string userId, string? parentHash1, string? antiCsrfToken, CoreConfig config)
    {
        var now = core.Now;
        return new NewRefreshToken(
            core.RefreshTokens.Create(tenant, handle, userId, parentHash1, antiCsrfToken), now, now + RefreshTokenLifetimeMs(config));
    }

    private AccessToken NewAccessToken(
        TenantKey tenant,
        int version,
        string handle,
        string userId,
        string recipeUserId,
        string refreshTokenHash1,
        string? parentHash1,
        string? antiCsrfToken,
        JsonObject data,
        CoreConfig config)
    {
        var now = core.Now;
        return new AccessToken(
            version, tenant, handle, userId, recipeUserId, refreshTokenHash1, parentHash1, antiCsrfToken, now / 1000, (now + (config.AccessTokenValidity * 1000)) / 1000, data);
    }

    private static long RefreshTokenLifetimeMs(CoreConfig config) => (long)(config.RefreshTokenValidity * 60_000);
}
