using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Passwordless;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class PasswordlessFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["Passwordless.createCode"] = async (services, args) => await Recipe(services).CreateCodeAsync(Tenant(args), Contact(args), Text(args, "userInputCode")) is CreateCodeResult.Ok ok
            ? Code(ok.Code)
            : throw new NotSupportedException(),
        ["Passwordless.createNewCodeForDevice"] = async (services, args) => await Recipe(services).CreateNewCodeForDeviceAsync(Tenant(args), Text(args, "deviceId")!, Text(args, "userInputCode")) switch
        {
            CreateNewCodeForDeviceResult.Ok ok => Code(ok.Code),
            CreateNewCodeForDeviceResult.UserInputCodeAlreadyUsed => Returned.Status("USER_INPUT_CODE_ALREADY_USED_ERROR"),
            _ => Returned.Status("RESTART_FLOW_ERROR"),
        },
        ["Passwordless.consumeCode"] = async (services, args) => await Recipe(services).ConsumeCodeAsync(Tenant(args), Submitted(args)) switch
        {
            ConsumeCodeResult.RestartFlow => Returned.Status("RESTART_FLOW_ERROR"),
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["Passwordless.checkCode"] = async (services, args) => await Recipe(services).CheckCodeAsync(Tenant(args), Submitted(args)) switch
        {
            CheckCodeResult.Ok ok => Returned.Ok(("consumedDevice", Device(ok.Device, withCodes: false))),
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["Passwordless.updateUser"] = async (services, args) => await Recipe(services).UpdateUserAsync(Update(args)) switch
        {
            UpdatePasswordlessUserResult.Ok => Returned.Ok(),
            UpdatePasswordlessUserResult.UnknownUserId => Returned.Status("UNKNOWN_USER_ID_ERROR"),
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["Passwordless.revokeAllCodes"] = async (services, args) =>
        {
            await Recipe(services).RevokeAllCodesAsync(Tenant(args), Contact(args));
            return Returned.Ok();
        },
        ["Passwordless.revokeCode"] = async (services, args) =>
        {
            await Recipe(services).RevokeCodeAsync(Tenant(args), Text(args, "codeId")!);
            return Returned.Ok();
        },
        ["Passwordless.listCodesByEmail"] = async (services, args) => Devices(await Recipe(services).ListCodesByEmailAsync(Tenant(args), Text(args, "email")!)),
        ["Passwordless.listCodesByPhoneNumber"] = async (services, args) => Devices(await Recipe(services).ListCodesByPhoneNumberAsync(Tenant(args), Text(args, "phoneNumber")!)),
        ["Passwordless.listCodesByDeviceId"] = async (services, args) => DeviceOrUndefined(await Recipe(services).ListCodesByDeviceIdAsync(Tenant(args), Text(args, "deviceId")!)),
        ["Passwordless.listCodesByPreAuthSessionId"] = async (services, args) =>
            DeviceOrUndefined(await Recipe(services).ListCodesByPreAuthSessionIdAsync(Tenant(args), Text(args, "preAuthSessionId")!)),
        ["Passwordless.createMagicLink"] = async (services, args) => await Logins(services).CreateMagicLinkAsync(Tenant(args), Contact(args)),
        ["Passwordless.signInUp"] = async (services, args) => await Logins(services).SignInUpAsync(Tenant(args), Contact(args)) switch
        {
            SignInUpResult.Ok ok => Returned.Ok(("createdNewRecipeUser", ok.CreatedNewRecipeUser), ("recipeUserId", ok.RecipeUserId.Value), ("user", Returned.User(ok.User))),
            var other => throw new NotSupportedException(other.ToString()),
        },
    };

    private static IPasswordlessRecipe Recipe(IServiceProvider services) => services.GetRequiredService<IPasswordlessRecipe>();

    private static PasswordlessLogins Logins(IServiceProvider services) => services.GetRequiredService<PasswordlessLogins>();

    private static string Tenant(RecordedArguments args) => Text(args, "tenantId")!;

    private static string? Text(RecordedArguments args, string name) => (string?)args.Object(0)[name];

    private static PasswordlessContact Contact(RecordedArguments args)
        => Text(args, "email") is { } email ? new PasswordlessContact.Email(email) : new PasswordlessContact.Phone(Text(args, "phoneNumber")!);

    private static SubmittedCode Submitted(RecordedArguments args) => Text(args, "linkCode") is { } link
        ? new SubmittedCode.Link(Text(args, "preAuthSessionId")!, link)
        : new SubmittedCode.UserInput(Text(args, "preAuthSessionId")!, Text(args, "deviceId")!, Text(args, "userInputCode")!);

    private static UpdatePasswordlessUserInput Update(RecordedArguments args) => new(RecordedArguments.Login(args.Object(0)["recipeUserId"]))
    {
        Email = Text(args, "email"),
        PhoneNumber = Text(args, "phoneNumber"),
    };

    private static JsonObject Code(PasswordlessCode code) => Returned.Ok(
        ("preAuthSessionId", code.PreAuthSessionId),
        ("codeId", code.CodeId),
        ("deviceId", code.DeviceId),
        ("userInputCode", code.UserInputCode),
        ("linkCode", code.LinkCode),
        ("timeCreated", code.TimeCreated),
        ("codeLifetime", (long)code.CodeLifetime.TotalMilliseconds));

    private static JsonArray Devices(IEnumerable<PasswordlessDevice> devices) => new([.. devices.Select(device => Device(device))]);

    private static JsonObject DeviceOrUndefined(PasswordlessDevice? device) => device is null ? Returned.Undefined : Device(device);

    private static JsonObject Device(PasswordlessDevice device, bool withCodes = true)
    {
        var json = new JsonObject { ["preAuthSessionId"] = device.PreAuthSessionId, ["failedCodeInputAttemptCount"] = device.FailedCodeInputAttemptCount };
        json[device.Contact is PasswordlessContact.Email ? "email" : "phoneNumber"] = device.Contact switch
        {
            PasswordlessContact.Email email => email.Address,
            PasswordlessContact.Phone phone => phone.Number,
            _ => null,
        };
        if (withCodes)
        {
            json["codes"] = new JsonArray([.. device.Codes.Select(code => new JsonObject
            {
                ["codeId"] = code.CodeId,
                ["timeCreated"] = code.TimeCreated,
                ["codeLifetime"] = (long)code.CodeLifetime.TotalMilliseconds,
            })]);
        }

        return json;
    }
}
