using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api.EmailPassword;
using SuperTokens.EmbeddedCore.Api.Multitenancy;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Passwordless;

/// <summary>Codes made, tried and used to sign in. Their lists and removal: <see cref="PasswordlessCodesApi"/>; users: <see cref="PasswordlessUserApi"/>.</summary>
internal sealed class PasswordlessApi(CoreServices core) : ICoreApi
{
    public const string RecipeId = "passwordless";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/signinup/code", RecipeId).On("POST", CreateCode));
        router.Add(new CoreRoute("/recipe/signinup/code/check", RecipeId).On("POST", CheckCode));
        router.Add(new CoreRoute("/recipe/signinup/code/consume", RecipeId).On("POST", ConsumeCode));
        new PasswordlessCodesApi(core).Map(router);
        new PasswordlessUserApi(core).Map(router);
    }

    private CoreResponse CreateCode(CoreRequest request)
    {
        var email = request.GetOptionalString("email") is { } text ? EmailPasswordApi.Normalise(text) : null;
        var phoneNumber = request.GetOptionalString("phoneNumber") is { } number ? PhoneNumberText.Normalise(number) : null;
        var deviceId = request.GetOptionalString("deviceId");
        if (new[] { email, phoneNumber, deviceId }.Count(given => given is not null) != 1)
        {
            throw CoreRequestException.BadRequest("Please provide exactly one of email, phoneNumber or deviceId");
        }

        var userInputCode = request.GetOptionalString("userInputCode");
        if (userInputCode?.Length == 0)
        {
            throw CoreRequestException.BadRequest("userInputCode cannot be an empty string.");
        }

        CoreRequestException.CheckLength(email ?? "", CoreRequestException.MaxAddressLength, "email");
        CoreRequestException.CheckLength(phoneNumber ?? "", CoreRequestException.MaxAddressLength, "phoneNumber");
        var tenant = core.RequireTenant(request, TenantRecipe.Passwordless);
        var lifetime = core.ConfigOf(tenant).PasswordlessCodeLifetime;
        var knownDevice = deviceId is null ? null : GivenCode.DecodeDeviceId(deviceId);
        return core.Database.Write(db =>
        {
            if (knownDevice is not null)
            {
                return PasswordlessStore.FindDevice(db, tenant, PasswordlessSecrets.HashDeviceId(knownDevice)) is { } device
                    ? AddCode(db, tenant, device, knownDevice, userInputCode, lifetime)
                    : CoreResponse.OfStatus("RESTART_FLOW_ERROR");
            }

            var newId = PasswordlessSecrets.NewDeviceId();
            var newDevice = new PasswordlessDevice(
                PasswordlessSecrets.HashDeviceId(newId), email, phoneNumber, PasswordlessSecrets.NewLinkCodeSalt(), FailedAttempts: 0);
            PasswordlessStore.AddDevice(db, tenant, newDevice);
            return AddCode(db, tenant, newDevice, newId, userInputCode, lifetime);
        });
    }

    private CoreResponse AddCode(DatabaseScope db, TenantKey tenant, PasswordlessDevice device, byte[] deviceId, string? userInputCode, long lifetime)
    {
        while (true)
        {
            var inputCode = userInputCode ?? PasswordlessSecrets.NewUserInputCode();
            var linkCode = PasswordlessSecrets.LinkCode(deviceId, device.LinkCodeSalt, inputCode);
            var code = new PasswordlessCode(Guid.NewGuid().ToString(), device.DeviceIdHash, PasswordlessSecrets.HashLinkCode(linkCode), core.Now);
            if (PasswordlessStore.TryAddCode(db, tenant, code))
            {
                return CoreResponse.Json(new JsonObject
                {
                    ["status"] = "OK",
                    ["preAuthSessionId"] = device.DeviceIdHash,
                    ["codeId"] = code.CodeId,
                    ["deviceId"] = PasswordlessSecrets.EncodeDeviceId(deviceId),
                    ["userInputCode"] = inputCode,
                    ["linkCode"] = PasswordlessSecrets.EncodeLinkCode(linkCode),
                    ["timeCreated"] = code.CreatedAt,
                    ["codeLifetime"] = lifetime,
                });
            }

            if (userInputCode is not null)
            {
                return CoreResponse.OfStatus("USER_INPUT_CODE_ALREADY_USED_ERROR");
            }
        }
    }

    private CoreResponse CheckCode(CoreRequest request)
    {
        var given = GivenCode.Read(request);
        var tenant = core.RequireTenant(request, TenantRecipe.Passwordless);
        var config = core.ConfigOf(tenant);
        return core.Database.Write(db => given.Check(db, tenant, config, core.Now)) switch
        {
            CodeCheck.Valid valid => CoreResponse.Json(new JsonObject { ["status"] = "OK", ["consumedDevice"] = DeviceJson(valid.Device) }),
            var failed => Failure(failed),
        };
    }

    private CoreResponse ConsumeCode(CoreRequest request)
    {
        var given = GivenCode.Read(request);
        var tenant = core.RequireTenant(request, TenantRecipe.Passwordless);
        var config = core.ConfigOf(tenant);
        return core.Database.Write(db => given.Check(db, tenant, config, core.Now) switch
        {
            CodeCheck.Valid valid => SignInUp(db, tenant, valid.Device, request.Version),
            var failed => Failure(failed),
        });
    }

    private CoreResponse SignInUp(DatabaseScope db, TenantKey tenant, PasswordlessDevice device, CdiVersion version)
    {
        PasswordlessStore.RemoveDevicesOf(db, tenant, device.Email, device.PhoneNumber);
        var known = UserStore.FindByAccount(db, tenant, RecipeId, device.Email ?? LoginMethod.PhoneAccount(device.PhoneNumber!));
        var method = known ?? Add(db, tenant, device);
        // Codes sent to the user's other address end with it.
        PasswordlessStore.RemoveDevicesOf(db, tenant, method.Email, method.PhoneNumber);
        if (device.Email is not null && version >= CdiVersion.V4_0)
        {
            EmailVerificationStore.SetVerified(db, tenant.AppId, method.PublicId, device.Email);
        }

        ActiveUserStore.Touch(db, tenant.AppId, method.PrimaryUserId, core.Now);
        var json = new JsonObject
        {
            ["status"] = "OK",
            ["createdNewUser"] = known is null,
            ["user"] = UserJson.Write(UserStore.Find(db, tenant.AppId, method.UserId)!, version),
        };
        if (version >= CdiVersion.V4_0)
        {
            json["recipeUserId"] = method.PublicId;
        }

        if (version >= CdiVersion.V5_0)
        {
            json["consumedDevice"] = DeviceJson(device);
        }

        return CoreResponse.Json(json);
    }

    private LoginMethod Add(DatabaseScope db, TenantKey tenant, PasswordlessDevice device)
    {
        var id = Guid.NewGuid().ToString();
        var method = new LoginMethod(
            id, id, IsPrimary: false, RecipeId, device.Email, device.PhoneNumber, ThirdPartyId: null, ThirdPartyUserId: null,
            PasswordHash: null, core.Now, [tenant.TenantId], IsVerified: false);
        UserStore.TryAdd(db, tenant, method);
        return method;
    }

    private static CoreResponse Failure(CodeCheck check) => check switch
    {
        CodeCheck.Restart => CoreResponse.OfStatus("RESTART_FLOW_ERROR"),
        CodeCheck.Incorrect incorrect => WithAttempts("INCORRECT_USER_INPUT_CODE_ERROR", incorrect.FailedAttempts, incorrect.MaxAttempts),
        CodeCheck.Expired expired => WithAttempts("EXPIRED_USER_INPUT_CODE_ERROR", expired.FailedAttempts, expired.MaxAttempts),
        _ => CoreResponse.Text(400, "preAuthSessionId and deviceId doesn't match"),
    };

    private static CoreResponse WithAttempts(string status, int failedAttempts, int maxAttempts) => CoreResponse.Json(new JsonObject
    {
        ["status"] = status,
        ["failedCodeInputAttemptCount"] = failedAttempts,
        ["maximumCodeInputAttempts"] = maxAttempts,
    });

    /// <summary>A device as all routes show one.</summary>
    internal static JsonObject DeviceJson(PasswordlessDevice device)
    {
        var json = new JsonObject { ["preAuthSessionId"] = device.DeviceIdHash, ["failedCodeInputAttemptCount"] = device.FailedAttempts };
        if (device.Email is not null)
        {
            json["email"] = device.Email;
        }

        if (device.PhoneNumber is not null)
        {
            json["phoneNumber"] = device.PhoneNumber;
        }

        return json;
    }
}
