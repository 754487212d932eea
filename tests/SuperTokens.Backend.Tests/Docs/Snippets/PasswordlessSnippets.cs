using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Passwordless;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/passwordless.md</c>.</summary>
internal static class PasswordlessSnippets
{
    public static void Add(SuperTokensBuilder superTokens)
    {
        superTokens.AddPasswordless();
        superTokens
            .AddPasswordless(options =>
            {
                options.ContactMethod = PasswordlessContactMethod.EmailOrPhone;
                options.FlowType = PasswordlessFlowType.UserInputCode;
            })
            .UseTwilio();
        superTokens.Override<IPasswordlessApi, CompanyPhones>();
    }

    public static void Invite(WebApplication app)
    {
        app.MapPost("/invite", async (Invitation invitation, PasswordlessLogins logins, Letters letters) =>
        {
            var link = await logins.CreateMagicLinkAsync("public", new PasswordlessContact.Email(invitation.Email));
            await letters.SendAsync(invitation.Email, link);
            return Results.Accepted();
        }).RequireRole("admin");
    }

    public sealed record Invitation(string Email);

    public abstract class Letters
    {
        public abstract Task SendAsync(string recipient, string text);
    }

    sealed class CompanyPhones(IPasswordlessApi original) : DelegatingPasswordlessApi(original)
    {
        public override async Task<CreateCodeApiResult> CreateCodeAsync(
            PasswordlessCreateCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
            => input.Contact is PasswordlessContact.Phone { Number: var number } && !number.StartsWith("+49", StringComparison.Ordinal)
                ? new CreateCodeApiResult.GeneralError("We only call numbers in Germany.")
                : await base.CreateCodeAsync(input, context, cancellationToken);
    }
}
