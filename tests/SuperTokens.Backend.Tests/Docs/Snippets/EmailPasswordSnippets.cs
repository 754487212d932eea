using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/emailpassword.md</c>.</summary>
internal static class EmailPasswordSnippets
{
    public static void Services(SuperTokensBuilder superTokens)
    {
        superTokens.AddEmailPassword();
    }

    public static void Fields(SuperTokensBuilder superTokens)
    {
        superTokens.AddEmailPassword(options =>
        {
            options.FormFields.Add(new FormField { Id = "name" });
            options.FormFields.Add(new FormField { Id = "company", Optional = true });
        });
    }

    public static void Endpoint(WebApplication app)
    {
        app.MapPost("/password", async (SessionContainer session, Change change, IEmailPasswordRecipe passwords, ISessionRecipe sessions) =>
        {
            if (await passwords.VerifyCredentialsAsync(session.TenantId, change.Email, change.Current) is not VerifyCredentialsResult.Ok ok
                || ok.RecipeUserId != session.RecipeUserId)
            {
                return Results.BadRequest("That is not your password.");
            }

            var update = new UpdateEmailOrPasswordInput(session.RecipeUserId) { Password = change.Next, TenantIdForPasswordPolicy = session.TenantId };
            switch (await passwords.UpdateEmailOrPasswordAsync(update))
            {
                case UpdateEmailOrPasswordResult.Ok:
                    await sessions.RevokeAllSessionsForUserAsync(session.UserId);
                    return Results.NoContent();
                case UpdateEmailOrPasswordResult.PasswordPolicyViolated violated:
                    return Results.BadRequest(violated.FailureReason);
                default:
                    return Results.BadRequest("The password was not changed.");
            }
        }).RequireSession();
    }

    private sealed record Change(string Email, string Current, string Next);

    sealed class OpeningHours(IEmailPasswordApi original, TimeProvider time) : DelegatingEmailPasswordApi(original)
    {
        public override async Task<SignInApiResult> SignInAsync(
            EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
            => time.GetUtcNow().Hour is >= 6 and < 20
                ? await base.SignInAsync(input, context, cancellationToken)
                : new SignInApiResult.GeneralError("We open at 6.");
    }

    public sealed class Pages(ApiContextFactory contexts, IEmailPasswordApi api, EmailPasswordForms forms) : Controller
    {
        [HttpPost("/sign-in")]
        [ValidateAntiForgeryToken]
        public async Task<IActionResult> SignIn(string email, string password, string? tenantId, CancellationToken cancellationToken)
        {
            FormFieldValue[] fields = [FormFieldValue.Of(FormField.EmailId, email.Trim()), FormFieldValue.Of(FormField.PasswordId, password)];
            if (await contexts.CreateAsync(HttpContext, tenantId ?? "public", cancellationToken) is not { } context)
            {
                return NotFound();
            }

            foreach (var error in await forms.CheckSignInAsync(fields, context.TenantId, cancellationToken))
            {
                ModelState.AddModelError(error.Id, error.Error);
            }

            var input = new EmailPasswordAuthInput { Email = email.Trim(), Password = password, FormFields = [.. fields], TenantId = context.TenantId };
            return ModelState.IsValid && await api.SignInAsync(input, context, cancellationToken) is SignInApiResult.Ok ? Redirect("/") : View();
        }
    }
}
