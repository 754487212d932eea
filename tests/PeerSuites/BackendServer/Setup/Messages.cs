using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

/// <summary>Takes every mail and text message, logs it, and keeps of it what the suite's own delivery keeps.</summary>
internal sealed class Messages(OverrideLog log, OverrideParams values) : IEmailSender, ISmsSender
{
    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        switch (message)
        {
            case PasswordResetEmail mail:
                log.Call("EmailPassword.emailDelivery.override.sendEmail", Input("PASSWORD_RESET", mail, UserOf(mail.UserId, mail.RecipeUserId, mail.To), "passwordResetLink", mail.Link));
                values.Set("sendEmailCallbackCalled", true);
                values.Set("sendEmailToUserId", mail.UserId);
                values.Set("sendEmailToUserEmail", mail.To);
                values.Set("sendEmailToRecipeUserId", mail.RecipeUserId is { } id ? new JsonObject { ["recipeUserId"] = id.Value } : null);
                values.Set("token", TokenOf(mail.Link));
                break;
            case VerifyEmailEmail mail:
                var user = UserOf(mail.UserId, mail.RecipeUserId, mail.To);
                log.Call("EmailVerification.emailDelivery.sendEmail", Input("EMAIL_VERIFICATION", mail, user.DeepClone(), "emailVerifyLink", mail.Link));
                values.Set("userInCallback", user);
                values.Set("token", TokenOf(mail.Link));
                break;
            case PasswordlessLoginEmail mail:
                var input = Login("email", mail.To, mail.TenantId, mail.PreAuthSessionId, mail.CodeLifetime, mail.Code, mail.Link, mail.IsFirstFactor);
                values.AppendToStore("emailInputs", input.DeepClone());
                values.Append("sendEmailInputs", input);
                break;
        }

        return Task.CompletedTask;
    }

    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        if (message is PasswordlessLoginSms sms)
        {
            values.Append("sendSmsInputs", Login("phoneNumber", sms.To, sms.TenantId, sms.PreAuthSessionId, sms.CodeLifetime, sms.Code, sms.Link, sms.IsFirstFactor));
        }

        return Task.CompletedTask;
    }

    private static string TokenOf(string link) => QueryHelpers.ParseQuery(new Uri(link).Query)["token"].ToString();

    private static JsonObject Input(string type, EmailMessage mail, JsonNode user, string linkName, string link)
        => new() { ["type"] = type, ["user"] = user, [linkName] = link, ["tenantId"] = mail.TenantId };

    private static JsonObject UserOf(string id, RecipeUserId? recipeUserId, string email)
    {
        var user = new JsonObject { ["id"] = id, ["email"] = email };
        if (recipeUserId is { } known)
        {
            user["recipeUserId"] = new JsonObject { ["recipeUserId"] = known.Value };
        }

        return user;
    }

    private static JsonObject Login(
        string contact, string to, string tenantId, string preAuthSessionId, TimeSpan lifetime, string? code, string? link, bool isFirstFactor)
    {
        var input = new JsonObject
        {
            ["type"] = "PASSWORDLESS_LOGIN",
            [contact] = to,
            ["tenantId"] = tenantId,
            ["preAuthSessionId"] = preAuthSessionId,
            ["codeLifetime"] = (long)lifetime.TotalMilliseconds,
            ["isFirstFactor"] = isFirstFactor,
        };
        if (code is not null)
        {
            input["userInputCode"] = code;
        }

        if (link is not null)
        {
            input["urlWithLinkCode"] = link;
        }

        return input;
    }
}
