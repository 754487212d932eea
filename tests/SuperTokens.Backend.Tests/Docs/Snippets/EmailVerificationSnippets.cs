using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/emailverification.md</c>.</summary>
internal static class EmailVerificationSnippets
{
    public static void Services(SuperTokensBuilder superTokens)
    {
        superTokens.AddEmailVerification();
    }

    public static void Endpoint(WebApplication app)
    {
        var emailVerified = app.Services.GetRequiredService<EmailVerificationClaim>();
        app.MapPost("/payments", () => Results.Accepted()).RequireSession(new VerifySessionOptions
        {
            OverrideGlobalClaimValidators = (global, _, _) => new([.. global, emailVerified.IsVerified()]),
        });
    }

    public static async Task SendAsync(EmailVerifications verifications, SessionContainer session)
    {
        await verifications.SendEmailAsync(session.TenantId, session.UserId, session.RecipeUserId);
    }

    public interface IGreetings
    {
        Task SendAsync(string email, CancellationToken cancellationToken);
    }

    sealed class Welcome(IEmailVerificationApi original, IGreetings greetings) : DelegatingEmailVerificationApi(original)
    {
        public override async Task<VerifyEmailApiResult> VerifyEmailAsync(
            string token, SessionContainer? session, ApiContext context, CancellationToken cancellationToken = default)
        {
            var result = await base.VerifyEmailAsync(token, session, context, cancellationToken);
            if (result is VerifyEmailApiResult.Ok ok)
            {
                await greetings.SendAsync(ok.Email, cancellationToken);
            }

            return result;
        }
    }
}
