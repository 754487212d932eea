using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The answer of an endpoint that has nothing but a status to say.</summary>
internal sealed record StatusAnswer(string Status)
{
    public static IResult Of(string status) => TypedResults.Json(new StatusAnswer(status), EmailPasswordJsonContext.Default.StatusAnswer);
}

/// <summary>The answer to a successful sign-up or sign-in.</summary>
internal sealed record SignedInAnswer(string Status, JsonElement User)
{
    public static IResult Of(User user, SessionContainer session, FdiVersion version)
        => TypedResults.Json(new SignedInAnswer("OK", FdiUser.Write(user, session.RecipeUserId, version)), EmailPasswordJsonContext.Default.SignedInAnswer);
}

/// <summary>The answer to a form with wrong values.</summary>
internal sealed record FieldErrorAnswer(string Status, ImmutableArray<FormFieldError> FormFields)
{
    public static IResult Of(ImmutableArray<FormFieldError> errors)
        => TypedResults.Json(new FieldErrorAnswer("FIELD_ERROR", errors), EmailPasswordJsonContext.Default.FieldErrorAnswer);
}

/// <summary>The answer to something that is not allowed.</summary>
internal sealed record NotAllowedAnswer(string Status, string Reason)
{
    public static IResult Of(string status, string reason)
        => TypedResults.Json(new NotAllowedAnswer(status, reason), EmailPasswordJsonContext.Default.NotAllowedAnswer);
}

/// <summary>The answer of <c>GET /emailpassword/email/exists</c>.</summary>
internal sealed record EmailExistsAnswer(string Status, bool Exists)
{
    public static IResult Of(bool exists) => TypedResults.Json(new EmailExistsAnswer("OK", exists), EmailPasswordJsonContext.Default.EmailExistsAnswer);
}
