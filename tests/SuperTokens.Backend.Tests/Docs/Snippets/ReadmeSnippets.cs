using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserMetadata;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of the packages' READMEs, so that it compiles; <see cref="PageTests"/> compares the two.</summary>
internal static class ReadmeSnippets
{
    public static SuperTokensBuilder Services(WebApplicationBuilder builder)
    {
        var superTokens = builder.Services
            .AddSuperTokens(builder.Configuration.GetSection("SuperTokens"))
            .AddEmailPassword()
            .AddSession();
        if (builder.Environment.IsDevelopment())
        {
            superTokens.UseEmbeddedCore();
        }

        superTokens.Override<IEmailPasswordApi, CompanyOnly>();
        superTokens.Override<IEmailContentProvider, GermanMails>();
        return superTokens;
    }

    public static void Pipeline(WebApplication app, Plans plans)
    {
        app.UseSuperTokensCors();   // your website's origin only, with credentials
        app.UseSuperTokens();       // serves everything under /auth
        app.UseAuthorization();

        app.MapGet("/orders", (SessionContainer session) => $"Orders of {session.UserId}").RequireSession();
        app.MapGet("/news", (SessionContainer? session) => session is null ? "News" : $"News for {session.UserId}")
            .RequireSession(new VerifySessionOptions { SessionRequired = false });
        app.MapDelete("/account", (SessionContainer session) => Results.NoContent())
            .RequireSession(new VerifySessionOptions { CheckDatabase = true });

        var plan = new PrimitiveClaim<string>("plan", async (userId, _, _, _, cancellationToken) =>
            new ClaimValue<string>(await plans.OfAsync(userId, cancellationToken)));

        app.MapGet("/reports", () => "Reports").RequireSession(new VerifySessionOptions
        {
            OverrideGlobalClaimValidators = (global, _, _) => new([.. global, plan.HasValue("pro", maxAge: TimeSpan.FromMinutes(5))]),
        });
    }

    public static async Task GiveRoleAsync(IUserRolesRecipe roles, string userId)
    {
        await roles.CreateNewRoleOrAddPermissionsAsync("editor", ["articles:write"]);
        await roles.AddRoleToUserAsync("public", userId, "editor");
    }

    public static void Roles(WebApplication app)
    {
        app.MapGet("/admin", () => "Admin").RequireRole("admin", "owner");                          // one of them is enough
        app.MapPut("/articles/{id}", (int id) => $"Article {id}").RequirePermission("articles:write");  // all of them are needed
        app.MapDelete("/articles/{id}", [RequireRole("admin", MaxAgeInSeconds = 60)] (int id) => $"No article {id}");
        app.MapPost("/become-editor", async (SessionContainer session, IUserRolesRecipe roles, UserRoleClaim claim) =>
        {
            await roles.AddRoleToUserAsync(session.TenantId, session.UserId, "editor");
            await session.FetchAndSetClaimAsync(claim);
        }).RequireRole("author");
    }

    public static void UserMetadata(WebApplication app)
    {
        app.MapPut("/theme/{theme}", async (string theme, SessionContainer session, IUserMetadataRecipe metadata) =>
            (await metadata.UpdateUserMetadataAsync(session.UserId, new JsonObject { ["theme"] = theme })).Metadata).RequireSession();
    }

    public static void VerifiedAddresses(SuperTokensBuilder superTokens)
    {
        superTokens.AddPasswordless();
        superTokens.AddEmailVerification();
        superTokens.AddEmailVerification(options => options.Mode = EmailVerificationMode.Optional);
    }

    public static void SeveralWaysToSignIn(SuperTokensBuilder superTokens)
    {
        superTokens.AddAccountLinking(options => options.Automatic = true);
    }

    public static void VerifiedAddresses(WebApplication app)
    {
        var emailVerified = app.Services.GetRequiredService<EmailVerificationClaim>();
        app.MapPost("/orders", () => Results.Accepted()).RequireSession(new VerifySessionOptions
        {
            OverrideGlobalClaimValidators = (global, _, _) => new([.. global, emailVerified.IsVerified()]),
        });
    }

    public static void FormFields(WebApplicationBuilder builder, IConfigurationSection section, LeakedPasswords leaked)
    {
        builder.Services.AddSuperTokens(section).AddEmailPassword(options =>
        {
            options.FormFields.Add(new FormField { Id = "name" });
            options.FormFields.Add(new FormField
            {
                Id = FormField.PasswordId,
                Validate = async (field, tenantId, cancellationToken)
                    => await leaked.ContainsAsync(field.Text!, cancellationToken) ? "Too many people use this password" : null,
            });
        });
    }

    public abstract class Plans
    {
        public abstract Task<string> OfAsync(string userId, CancellationToken cancellationToken);
    }

    public abstract class LeakedPasswords
    {
        public abstract Task<bool> ContainsAsync(string password, CancellationToken cancellationToken);
    }

    sealed class CompanyOnly(IEmailPasswordApi original) : DelegatingEmailPasswordApi(original)
    {
        public override async Task<SignUpApiResult> SignUpAsync(
            EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
            => input.Email.EndsWith("@example.com", StringComparison.OrdinalIgnoreCase)
                ? await base.SignUpAsync(input, context, cancellationToken)
                : new SignUpApiResult.GeneralError("Please sign up with your company's address.");
    }

    private sealed class GermanMails(IEmailContentProvider original) : IEmailContentProvider
    {
        public ValueTask<EmailContent> GetContentAsync(EmailMessage message, CancellationToken cancellationToken = default)
            => original.GetContentAsync(message, cancellationToken);
    }
}
