using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>The answer of both endpoints where nobody is sent on.</summary>
internal sealed record SamlStatusAnswer(string Status)
{
    public static IResult Of(string status) => TypedResults.Json(new SamlStatusAnswer(status), SamlJsonContext.Default.SamlStatusAnswer);
}
