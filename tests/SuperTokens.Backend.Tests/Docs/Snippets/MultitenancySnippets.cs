using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/multitenancy.md</c>.</summary>
internal static class MultitenancySnippets
{
    public static async Task CreateAsync(IMultitenancyRecipe tenants)
    {
        await tenants.CreateOrUpdateTenantAsync("customer-1", new TenantChanges
        {
            FirstFactors = TenantFactors.Only("emailpassword", "thirdparty"),
        });
    }

    public static async Task<string> AddAsync(IMultitenancyRecipe tenants, SessionContainer session)
    {
        var message = await tenants.AssociateUserToTenantAsync("customer-2", session.RecipeUserId) switch
        {
            AssociateUserToTenantResult.Ok => "You can sign in there now.",
            AssociateUserToTenantResult.EmailAlreadyExists => "Somebody there has your address.",
            AssociateUserToTenantResult.AssociationNotAllowed refused => refused.Reason,
            _ => "That did not work.",
        };
        return message;
    }

    public static void Endpoints(WebApplication app)
    {
        app.MapGroup("/customers/{tenantId}").RequireTenant()
            .MapGet("/orders", (string tenantId) => $"Orders of {tenantId}");
        app.MapGet("/back-office", () => "For our own people").RequireTenant("staff");
    }

    public static void Domains(SuperTokensBuilder superTokens)
    {
        superTokens.AddMultitenancy(options => options.GetAllowedDomainsForTenantId = (tenantId, _) => new([$"{tenantId}.example.com"]));
    }

    public static void Domains(WebApplication app)
    {
        var domains = app.Services.GetRequiredService<AllowedDomainsClaim>();
        app.MapGet("/shop", () => "Shop").RequireSession(new VerifySessionOptions
        {
            OverrideGlobalClaimValidators = (global, session, _) => new([.. global, domains.Includes($"{session.TenantId}.example.com")]),
        });
    }

    public static void Override(SuperTokensBuilder superTokens)
    {
        superTokens.Override<IMultitenancyRecipe, TenantOfTheSubdomain>();
    }

    sealed class TenantOfTheSubdomain(IMultitenancyRecipe original) : DelegatingMultitenancyRecipe(original)
    {
        public override Task<string> GetTenantIdAsync(string tenantIdFromFrontend, HttpContext httpContext, CancellationToken cancellationToken = default)
            => httpContext.Request.Host.Host.Split('.') is [var tenantId, "example", "com"]
                ? Task.FromResult(tenantId)
                : base.GetTenantIdAsync(tenantIdFromFrontend, httpContext, cancellationToken);
    }
}
