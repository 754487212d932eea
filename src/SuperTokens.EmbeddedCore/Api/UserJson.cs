using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>A user as each version of the interface shows one.</summary>
internal static class UserJson
{
    public static JsonObject Write(StoredUser user, CdiVersion version) =>
        version >= CdiVersion.V4_0 ? WithLoginMethods(user, version) : OfOneLoginMethod(user.LoginMethods[0], version);

    private static JsonObject WithLoginMethods(StoredUser user, CdiVersion version)
    {
        var json = new JsonObject
        {
            ["id"] = user.PublicId,
            ["isPrimaryUser"] = user.IsPrimary,
            ["tenantIds"] = Strings(user.TenantIds),
            ["timeJoined"] = user.TimeJoined,
            ["emails"] = Strings(user.LoginMethods.Select(method => method.Email)),
            ["phoneNumbers"] = Strings(user.LoginMethods.Select(method => method.PhoneNumber)),
            ["thirdParty"] = new JsonArray([.. user.LoginMethods.Select(ThirdParty).Where(thirdParty => thirdParty is not null)]),
        };
        if (version >= CdiVersion.V5_3)
        {
            json["webauthn"] = new JsonObject { ["credentialIds"] = new JsonArray() };
        }

        json["loginMethods"] = new JsonArray([.. user.LoginMethods.Select(LoginMethodJson)]);
        return json;
    }

    private static JsonObject LoginMethodJson(LoginMethod method)
    {
        var json = new JsonObject
        {
            ["tenantIds"] = Strings(method.TenantIds),
            ["recipeUserId"] = method.PublicId,
            ["verified"] = method.IsVerified,
            ["timeJoined"] = method.TimeJoined,
            ["recipeId"] = method.RecipeId,
        };
        AddAccount(json, method);
        return json;
    }

    private static JsonObject OfOneLoginMethod(LoginMethod method, CdiVersion version)
    {
        var json = new JsonObject { ["id"] = method.PublicId, ["timeJoined"] = method.TimeJoined };
        AddAccount(json, method);
        if (version >= CdiVersion.V3_0)
        {
            json["tenantIds"] = Strings(method.TenantIds);
        }

        return json;
    }

    private static void AddAccount(JsonObject json, LoginMethod method)
    {
        if (method.Email is not null)
        {
            json["email"] = method.Email;
        }

        if (method.PhoneNumber is not null)
        {
            json["phoneNumber"] = method.PhoneNumber;
        }

        if (ThirdParty(method) is { } thirdParty)
        {
            json["thirdParty"] = thirdParty;
        }
    }

    private static JsonObject? ThirdParty(LoginMethod method) =>
        method.ThirdPartyId is null ? null : new JsonObject { ["id"] = method.ThirdPartyId, ["userId"] = method.ThirdPartyUserId };

    private static JsonArray Strings(IEnumerable<string?> values) =>
        new([.. values.Where(value => value is not null).Distinct().Select(value => JsonValue.Create(value))]);
}
