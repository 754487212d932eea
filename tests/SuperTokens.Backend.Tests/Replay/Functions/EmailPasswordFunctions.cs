using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class EmailPasswordFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["EmailPassword.signUp"] = async (services, args) => await Recipe(services).SignUpAsync(args.Text(0), args.Text(1), args.Text(2)) switch
        {
            SignUpResult.Ok ok => Login(ok.User, ok.RecipeUserId),
            SignUpResult.EmailAlreadyExists => Returned.Status("EMAIL_ALREADY_EXISTS_ERROR"),
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["EmailPassword.signIn"] = async (services, args) => await Recipe(services).SignInAsync(args.Text(0), args.Text(1), args.Text(2)) switch
        {
            SignInResult.Ok ok => Login(ok.User, ok.RecipeUserId),
            SignInResult.WrongCredentials => Returned.Status("WRONG_CREDENTIALS_ERROR"),
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["EmailPassword.verifyCredentials"] = async (services, args) => Returned.Status(
            await Recipe(services).VerifyCredentialsAsync(args.Text(0), args.Text(1), args.Text(2)) is VerifyCredentialsResult.Ok ? "OK" : "WRONG_CREDENTIALS_ERROR"),
        ["EmailPassword.updateEmailOrPassword"] = async (services, args) => await Recipe(services).UpdateEmailOrPasswordAsync(Update(args.Object(0))) switch
        {
            UpdateEmailOrPasswordResult.Ok => Returned.Ok(),
            UpdateEmailOrPasswordResult.UnknownUserId => Returned.Status("UNKNOWN_USER_ID_ERROR"),
            UpdateEmailOrPasswordResult.EmailAlreadyExists => Returned.Status("EMAIL_ALREADY_EXISTS_ERROR"),
            UpdateEmailOrPasswordResult.EmailChangeNotAllowed refused => Returned.Status("EMAIL_CHANGE_NOT_ALLOWED_ERROR", "reason", refused.Reason),
            UpdateEmailOrPasswordResult.PasswordPolicyViolated violated => Returned.Status("PASSWORD_POLICY_VIOLATED_ERROR", "failureReason", violated.FailureReason),
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["EmailPassword.createResetPasswordToken"] = async (services, args)
            => await Recipe(services).CreateResetPasswordTokenAsync(args.Text(0), args.Text(1), args.Text(2)) is CreateResetPasswordTokenResult.Ok ok
                ? Returned.Ok(("token", ok.Token))
                : Returned.Status("UNKNOWN_USER_ID_ERROR"),
        ["EmailPassword.createResetPasswordLink"] = async (services, args)
            => await services.GetRequiredService<PasswordResets>().CreateLinkAsync(args.Text(0), args.Text(1), args.Text(2)) is ResetPasswordLinkResult.Ok ok
                ? Returned.Ok(("link", ok.Link))
                : Returned.Status("UNKNOWN_USER_ID_ERROR"),
        ["EmailPassword.consumePasswordResetToken"] = async (services, args)
            => await Recipe(services).ConsumePasswordResetTokenAsync(args.Text(0), args.Text(1)) is ConsumePasswordResetTokenResult.Ok ok
                ? Returned.Ok(("userId", ok.UserId), ("email", ok.Email))
                : Returned.Status("RESET_PASSWORD_INVALID_TOKEN_ERROR"),
    };

    private static IEmailPasswordRecipe Recipe(IServiceProvider services) => services.GetRequiredService<IEmailPasswordRecipe>();

    private static JsonObject Login(User user, RecipeUserId recipeUserId) => Returned.Ok(("user", Returned.User(user)), ("recipeUserId", recipeUserId.Value));

    private static UpdateEmailOrPasswordInput Update(JsonObject input) => new(RecordedArguments.Login(input["recipeUserId"]))
    {
        Email = (string?)input["email"],
        Password = (string?)input["password"],
        TenantIdForPasswordPolicy = (string?)input["tenantIdForPasswordPolicy"] ?? "public",
    };
}
