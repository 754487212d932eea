using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The session recipe's table of endpoints.</summary>
internal sealed class SessionEndpoints(ISessionApi api, IRequestSessions sessions) : ISuperTokensEndpoints
{
    public const string RefreshPath = "/session/refresh";

    private const string RecipeId = "session";

    // Whoever has a session may end it, whatever its claims say.
    private static readonly VerifySessionOptions SignOutOptions = new() { OverrideGlobalClaimValidators = (_, _, _) => new([]) };

    public IReadOnlyList<SuperTokensEndpoint> Endpoints =>
    [
        new(RecipeId, HttpMethods.Post, RefreshPath, RefreshAsync),
        new(RecipeId, HttpMethods.Post, "/signout", SignOutAsync),
    ];

    private async Task<IResult?> RefreshAsync(ApiContext context, CancellationToken cancellationToken)
    {
        await api.RefreshPostAsync(context, cancellationToken);
        return Results.Json(new RefreshAnswer(), SessionJsonContext.Default.RefreshAnswer);
    }

    private async Task<IResult?> SignOutAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var session = await sessions.GetAsync(context.HttpContext, SignOutOptions, cancellationToken)
            ?? throw new UnauthorisedException("There is no session to sign out of.");
        var answer = await api.SignOutPostAsync(session, context, cancellationToken) switch
        {
            SignOutPostResult.GeneralError error => new SignOutAnswer("GENERAL_ERROR", error.Message),
            _ => new SignOutAnswer("OK"),
        };
        return Results.Json(answer, SessionJsonContext.Default.SignOutAnswer);
    }
}
