using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The answer of an endpoint that has nothing but a status to say.</summary>
internal sealed record PasswordlessStatusAnswer(string Status)
{
    public static IResult Of(string status) => TypedResults.Json(new PasswordlessStatusAnswer(status), PasswordlessJsonContext.Default.PasswordlessStatusAnswer);
}

/// <summary>The answer of <c>POST /signinup/code</c>. Neither code has a place here.</summary>
internal sealed record CodeCreatedAnswer(string Status, string DeviceId, string PreAuthSessionId, string FlowType)
{
    public static IResult Of(CreateCodeApiResult.Ok ok)
        => TypedResults.Json(new CodeCreatedAnswer("OK", ok.DeviceId, ok.PreAuthSessionId, NameOf(ok.FlowType)), PasswordlessJsonContext.Default.CodeCreatedAnswer);

    private static string NameOf(PasswordlessFlowType flowType) => flowType switch
    {
        PasswordlessFlowType.UserInputCode => "USER_INPUT_CODE",
        PasswordlessFlowType.MagicLink => "MAGIC_LINK",
        _ => "USER_INPUT_CODE_AND_MAGIC_LINK",
    };
}

/// <summary>The answer to a wrong code.</summary>
internal sealed record CodeFailedAnswer(string Status, int FailedCodeInputAttemptCount, int MaximumCodeInputAttempts)
{
    public static IResult Of(string status, int failed, int maximum)
        => TypedResults.Json(new CodeFailedAnswer(status, failed, maximum), PasswordlessJsonContext.Default.CodeFailedAnswer);
}

/// <summary>The answer to a right code.</summary>
internal sealed record CodeConsumedAnswer(string Status, bool CreatedNewRecipeUser, bool? CreatedNewUser, JsonElement User)
{
    public static IResult Of(ConsumeCodeApiResult.Ok ok, FdiVersion version)
    {
        // As measured with supertokens-node 24: frontends that know no login methods get the flag by its older name as well.
        bool? createdNewUser = FdiUser.KnowsLoginMethods(version) ? null : ok.CreatedNewRecipeUser;
        var answer = new CodeConsumedAnswer("OK", ok.CreatedNewRecipeUser, createdNewUser, FdiUser.Write(ok.User, ok.Session.RecipeUserId, version));
        return TypedResults.Json(answer, PasswordlessJsonContext.Default.CodeConsumedAnswer);
    }
}

/// <summary>The answer to something that is not allowed.</summary>
internal sealed record PasswordlessNotAllowedAnswer(string Status, string Reason)
{
    public static IResult Of(string reason)
        => TypedResults.Json(new PasswordlessNotAllowedAnswer("SIGN_IN_UP_NOT_ALLOWED", reason), PasswordlessJsonContext.Default.PasswordlessNotAllowedAnswer);
}

/// <summary>The answer of <c>GET /passwordless/email/exists</c> and <c>GET /passwordless/phonenumber/exists</c>.</summary>
internal sealed record ContactExistsAnswer(string Status, bool Exists)
{
    public static IResult Of(bool exists) => TypedResults.Json(new ContactExistsAnswer("OK", exists), PasswordlessJsonContext.Default.ContactExistsAnswer);
}
