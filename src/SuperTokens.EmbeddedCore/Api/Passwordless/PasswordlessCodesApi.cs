using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api.EmailPassword;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Passwordless;

/// <summary>Lists devices with their codes (never the codes' texts), and removes them.</summary>
internal sealed class PasswordlessCodesApi(CoreServices core) : ICoreApi
{
    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/signinup/codes", PasswordlessApi.RecipeId).On("GET", List));
        router.Add(new CoreRoute("/recipe/signinup/code/remove", PasswordlessApi.RecipeId).On("POST", RemoveOne));
        router.Add(new CoreRoute("/recipe/signinup/codes/remove", PasswordlessApi.RecipeId).On("POST", RemoveAll));
    }

    private CoreResponse List(CoreRequest request)
    {
        var email = request.GetOptionalQuery("email");
        var phoneNumber = request.GetOptionalQuery("phoneNumber");
        var deviceId = request.GetOptionalQuery("deviceId");
        var preAuthSessionId = request.GetOptionalQuery("preAuthSessionId");
        if (new[] { email, phoneNumber, deviceId, preAuthSessionId }.Count(given => given is not null) != 1)
        {
            throw CoreRequestException.BadRequest("Please provide exactly one of email, phoneNumber, deviceId or preAuthSessionId");
        }

        var tenant = core.RequireTenant(request);
        var lifetime = core.ConfigOf(tenant).PasswordlessCodeLifetime;
        var deviceIdHash = deviceId is null ? preAuthSessionId : PasswordlessSecrets.HashDeviceId(GivenCode.DecodeDeviceId(deviceId));
        return core.Database.Read(db =>
        {
            IEnumerable<PasswordlessDevice> devices = deviceIdHash is null
                ? PasswordlessStore.DevicesOf(
                    db,
                    tenant,
                    email is null ? null : EmailPasswordApi.Normalise(email),
                    phoneNumber is null ? null : PhoneNumberText.Normalise(phoneNumber))
                : PasswordlessStore.FindDevice(db, tenant, deviceIdHash) is { } one ? [one] : [];
            return CoreResponse.Json(new JsonObject
            {
                ["status"] = "OK",
                ["devices"] = new JsonArray([.. devices.Select(device =>
                    WithCodes(device, PasswordlessStore.CodesOf(db, tenant, device.DeviceIdHash), lifetime))]),
            });
        });
    }

    private CoreResponse RemoveOne(CoreRequest request)
    {
        // Removing a whole device came with CDI 5.0.
        var mayNameDevice = request.Version >= CdiVersion.V5_0;
        var codeId = mayNameDevice ? request.GetOptionalString("codeId") : request.GetString("codeId");
        var preAuthSessionId = mayNameDevice ? request.GetOptionalString("preAuthSessionId") : null;
        if ((codeId is null) == (preAuthSessionId is null))
        {
            throw CoreRequestException.BadRequest(codeId is null
                ? "Please provide either 'codeId' or 'preAuthSessionId'"
                : "Please provide only one of 'codeId' or 'preAuthSessionId'");
        }

        var tenant = core.RequireTenant(request);
        core.Database.Write(db =>
        {
            if (codeId is not null)
            {
                PasswordlessStore.RemoveCode(db, tenant, codeId);
            }
            else
            {
                PasswordlessStore.RemoveDevice(db, tenant, preAuthSessionId!);
            }
        });
        return CoreResponse.OfStatus("OK");
    }

    private CoreResponse RemoveAll(CoreRequest request)
    {
        var email = request.GetOptionalString("email");
        var phoneNumber = request.GetOptionalString("phoneNumber");
        if ((email is null) == (phoneNumber is null))
        {
            throw CoreRequestException.BadRequest("Please provide exactly one of email or phoneNumber");
        }

        var tenant = core.RequireTenant(request);
        core.Database.Write(db => PasswordlessStore.RemoveDevicesOf(
            db,
            tenant,
            email is null ? null : EmailPasswordApi.Normalise(email),
            phoneNumber is null ? null : PhoneNumberText.Normalise(phoneNumber)));
        return CoreResponse.OfStatus("OK");
    }

    private static JsonObject WithCodes(PasswordlessDevice device, IEnumerable<PasswordlessCode> codes, long lifetime)
    {
        var json = PasswordlessApi.DeviceJson(device);
        json["codes"] = new JsonArray([.. codes.Select(code => new JsonObject
        {
            ["codeId"] = code.CodeId,
            ["timeCreated"] = code.CreatedAt,
            ["codeLifetime"] = lifetime,
        })]);
        return json;
    }
}
