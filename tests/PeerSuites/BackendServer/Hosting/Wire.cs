using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.PeerSuites.BackendServer.Hosting;

/// <summary>The shapes the suite knows, those of the Node SDK: values of this SDK in JSON.</summary>
internal static partial class Wire
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new UserConverter(), new RecipeUserIdConverter(), new SessionConverter(), new LinkingFailureConverter(), new JsonStringEnumConverter() },
    };

    // The cases that the Node SDK calls otherwise than after the case's own name.
    private static readonly Dictionary<string, string> s_statuses = new()
    {
        ["Ok"] = "OK",
        ["LinkingToSessionUserFailed"] = "LINKING_TO_SESSION_USER_FAILED",
        ["InputUserIsNotAPrimaryUser"] = "INPUT_USER_IS_NOT_A_PRIMARY_USER",
        ["AlreadyLinkedToPrimaryUser"] = "RECIPE_USER_ID_ALREADY_LINKED_WITH_PRIMARY_USER_ID_ERROR",
        ["AlreadyLinkedToAnotherPrimaryUser"] = "RECIPE_USER_ID_ALREADY_LINKED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR",
        ["AccountInfoBelongsToAnotherPrimaryUser"] = "ACCOUNT_INFO_ALREADY_ASSOCIATED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR",
        ["NotAllowed"] = "SIGN_IN_UP_NOT_ALLOWED",
        ["InvalidToken"] = "EMAIL_VERIFICATION_INVALID_TOKEN_ERROR",
    };

    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        SessionContainer session => Session(session),
        NewAccountInfo account => Account(account),
        LoginMethod method => MethodOf(method),
        CancellationToken or HttpContext or Delegate => null,
        string or bool or int or long or RecipeUserId or User => JsonSerializer.SerializeToNode(value, value.GetType(), s_options),
        IEnumerable many => new JsonArray([.. many.Cast<object?>().Select(Of)]),
        _ when IsOfTheSdk(value.GetType()) && !value.GetType().IsEnum => Result(value),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), s_options),
    };

    /// <summary>For the log: of the SDK's types only outcomes are written out, whatever else it hands around by name.</summary>
    public static JsonNode? Logged(object? value) => value switch
    {
        User or RecipeUserId or SessionContainer or NewAccountInfo or LoginMethod => Of(value),
        not null when IsOfTheSdk(value.GetType()) && !IsOutcome(value.GetType()) => value.ToString(),
        _ => Of(value),
    };

    public static JsonObject Session(SessionContainer session)
    {
        var tokens = session.GetAllSessionTokensDangerously();
        return new JsonObject
        {
            ["accessToken"] = session.AccessToken,
            ["frontToken"] = tokens.FrontToken,
            ["refreshToken"] = tokens.RefreshToken is { } token ? new JsonObject { ["token"] = token } : null,
            ["antiCsrfToken"] = tokens.AntiCsrfToken,
            ["sessionHandle"] = session.Handle,
            ["userId"] = session.UserId,
            ["recipeUserId"] = RecipeUserIdObject(session.RecipeUserId),
            ["userDataInAccessToken"] = session.AccessTokenPayload.DeepClone(),
            ["accessTokenUpdated"] = tokens.AccessAndFrontTokenUpdated,
            ["tenantId"] = session.TenantId,
        };
    }

    public static JsonObject RecipeUserIdObject(RecipeUserId id) => new() { ["recipeUserId"] = id.Value };

    public static JsonObject MethodOf(LoginMethod method)
    {
        var json = new JsonObject
        {
            ["recipeId"] = method.RecipeId,
            ["recipeUserId"] = method.RecipeUserId.Value,
            ["tenantIds"] = Of(method.TenantIds),
            ["timeJoined"] = method.TimeJoined,
            ["verified"] = method.Verified,
        };
        AddInfo(json, method.Email, method.PhoneNumber, method.ThirdParty);
        return json;
    }

    // A case of a result: its name as status, its values beside it.
    private static JsonObject Result(object result)
    {
        var type = result.GetType();
        var json = JsonSerializer.SerializeToNode(result, type, s_options)!.AsObject();
        json["status"] = s_statuses.GetValueOrDefault(type.Name) ?? (type.IsNested ? $"{Humps().Replace(type.Name, "_").ToUpperInvariant()}_ERROR" : "OK");
        return json;
    }

    private static bool IsOfTheSdk(Type type) => type.Namespace?.StartsWith("SuperTokens.", StringComparison.Ordinal) == true;

    private static bool IsOutcome(Type type) => (type.DeclaringType ?? type).Name.EndsWith("Result", StringComparison.Ordinal);

    private static JsonObject Account(NewAccountInfo account)
    {
        var json = new JsonObject { ["recipeId"] = account.RecipeId };
        AddInfo(json, account.AccountInfo.Email, account.AccountInfo.PhoneNumber, account.AccountInfo.ThirdParty);
        if (account.RecipeUserId is { } id)
        {
            json["recipeUserId"] = id.Value;
        }

        return json;
    }

    private static void AddInfo(JsonObject json, string? email, string? phoneNumber, ThirdPartyAccount? thirdParty)
    {
        if (email is not null)
        {
            json["email"] = email;
        }

        if (phoneNumber is not null)
        {
            json["phoneNumber"] = phoneNumber;
        }

        if (thirdParty is not null)
        {
            json["thirdParty"] = JsonSerializer.SerializeToNode(thirdParty, s_options);
        }
    }

    private static JsonObject UserOf(User user) => new()
    {
        ["id"] = user.Id,
        ["isPrimaryUser"] = user.IsPrimaryUser,
        ["tenantIds"] = Of(user.TenantIds),
        ["emails"] = Of(user.Emails),
        ["phoneNumbers"] = Of(user.PhoneNumbers),
        ["thirdParty"] = JsonSerializer.SerializeToNode(user.ThirdParty, s_options),
        ["webauthn"] = new JsonObject { ["credentialIds"] = Of(user.WebAuthnCredentialIds) },
        ["loginMethods"] = new JsonArray([.. user.LoginMethods.Select(MethodOf)]),
        ["timeJoined"] = user.TimeJoined,
    };

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();

    private abstract class Writer<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed class UserConverter : Writer<User>
    {
        public override void Write(Utf8JsonWriter writer, User value, JsonSerializerOptions options) => UserOf(value).WriteTo(writer);
    }

    private sealed class SessionConverter : Writer<SessionContainer>
    {
        public override void Write(Utf8JsonWriter writer, SessionContainer value, JsonSerializerOptions options) => Session(value).WriteTo(writer);
    }

    private sealed class RecipeUserIdConverter : Writer<RecipeUserId>
    {
        public override void Write(Utf8JsonWriter writer, RecipeUserId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class LinkingFailureConverter : Writer<LinkingFailure>
    {
        public override void Write(Utf8JsonWriter writer, LinkingFailure value, JsonSerializerOptions options) => writer.WriteStringValue(value switch
        {
            LinkingFailure.EmailVerificationRequired => "EMAIL_VERIFICATION_REQUIRED",
            LinkingFailure.AlreadyLinkedToAnotherUser => "RECIPE_USER_ID_ALREADY_LINKED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR",
            LinkingFailure.AccountInfoBelongsToAnotherUser => "ACCOUNT_INFO_ALREADY_ASSOCIATED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR",
            _ => "SESSION_USER_ACCOUNT_INFO_ALREADY_ASSOCIATED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR",
        });
    }
}
