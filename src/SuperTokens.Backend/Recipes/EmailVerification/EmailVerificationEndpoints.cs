using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>The recipe's endpoints.</summary>
internal sealed class EmailVerificationEndpoints : ISuperTokensEndpoints
{
    // Claims are not asked for: these endpoints are the way to meet them.
    private static readonly VerifySessionOptions s_required = new() { OverrideGlobalClaimValidators = (_, _, _) => new([]) };
    private static readonly VerifySessionOptions s_optional = s_required with { SessionRequired = false };

    private readonly IEmailVerificationApi _api;
    private readonly IRequestSessions _sessions;

    public EmailVerificationEndpoints(IEmailVerificationApi api, IRequestSessions sessions)
    {
        _api = api;
        _sessions = sessions;
        Endpoints =
        [
            new(EmailVerificationRecipe.Id, HttpMethods.Post, "/user/email/verify/token", GenerateTokenAsync),
            new(EmailVerificationRecipe.Id, HttpMethods.Post, "/user/email/verify", VerifyAsync),
            new(EmailVerificationRecipe.Id, HttpMethods.Get, "/user/email/verify", IsVerifiedAsync),
        ];
    }

    public IReadOnlyList<SuperTokensEndpoint> Endpoints { get; }

    private async Task<IResult?> GenerateTokenAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var session = await RequireSessionAsync(context, cancellationToken);
        return await _api.GenerateEmailVerifyTokenAsync(session, context, cancellationToken) switch
        {
            GenerateEmailVerifyTokenApiResult.Ok => EmailVerificationAnswer.Of("OK"),
            GenerateEmailVerifyTokenApiResult.EmailAlreadyVerified => EmailVerificationAnswer.Of("EMAIL_ALREADY_VERIFIED_ERROR"),
            GenerateEmailVerifyTokenApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> VerifyAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var token = ReadToken(await JsonRequestBody.ReadAsync(context, cancellationToken));
        var session = await _sessions.GetAsync(context.HttpContext, s_optional, cancellationToken);
        return await _api.VerifyEmailAsync(token, session, context, cancellationToken) switch
        {
            VerifyEmailApiResult.Ok => EmailVerificationAnswer.Of("OK"),
            VerifyEmailApiResult.InvalidToken => EmailVerificationAnswer.Of("EMAIL_VERIFICATION_INVALID_TOKEN_ERROR"),
            VerifyEmailApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> IsVerifiedAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var session = await RequireSessionAsync(context, cancellationToken);
        return await _api.IsEmailVerifiedAsync(session, context, cancellationToken) switch
        {
            IsEmailVerifiedApiResult.Ok ok => EmailVerificationAnswer.Of("OK", ok.IsVerified),
            IsEmailVerifiedApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private static string ReadToken(JsonElement body)
    {
        if (!body.TryGetProperty("token", out var token) || token.ValueKind == JsonValueKind.Null)
        {
            throw new BadInputException("Please provide the email verification token");
        }

        return token.ValueKind == JsonValueKind.String ? token.GetString()! : throw new BadInputException("The email verification token must be a string");
    }

    private async Task<SessionContainer> RequireSessionAsync(ApiContext context, CancellationToken cancellationToken)
        => await _sessions.GetAsync(context.HttpContext, s_required, cancellationToken)
            ?? throw new UnauthorisedException("There is no session whose address could be verified.");

    private static InvalidOperationException NoAnswer(object? result) => new($"{result?.GetType().Name ?? "null"} is no answer of {nameof(IEmailVerificationApi)}.");
}
