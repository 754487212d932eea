using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>An application that asks for everything a session can have, in every way there is: <c>/{rule}/{way}</c>.</summary>
internal sealed class RequirementsApp : IAsyncDisposable
{
    private RequirementsApp(VerificationApp app) => App = app;

    public VerificationApp App { get; }

    public IServiceProvider Services => App.App.Services;

    public PlanClaim Plan => Services.GetRequiredService<PlanClaim>();

    public static async Task<RequirementsApp> StartAsync(Action<WebApplication>? map = null)
    {
        var app = new RequirementsApp(await VerificationApp.StartAsync(
            EmailVerificationMode.Optional,
            builder =>
            {
                builder.AddUserRoles().AddSessionClaim<PlanClaim>();
                builder.Services.AddControllers().AddApplicationPart(typeof(RequirementsApp).Assembly);
                builder.Services.AddAuthorizationBuilder()
                    .AddPolicy("session", policy => policy.RequireSession())
                    .AddPolicy("stored", policy => policy.RequireSession(new VerifySessionOptions { CheckDatabase = true }))
                    .AddPolicy("role", policy => policy.RequireRole("editor"))
                    .AddPolicy("permission", policy => policy.RequirePermission("write"))
                    .AddPolicy("tenant", policy => policy.RequireTenant("acme"))
                    .AddPolicy("email", policy => policy.RequireVerifiedEmail())
                    .AddPolicy("claim", policy => policy.RequireSessionClaim("plan", "pro", "team"))
                    .AddPolicy("rule", policy => policy.RequireSessionClaim(services => services.GetRequiredService<PlanClaim>().HasValue("pro", id: "paid")))
                    .AddPolicy("recent", policy => policy.RequireRecentSignIn(TimeSpan.FromMinutes(5)));
            },
            web =>
            {
                Map(web);
                map?.Invoke(web);
            }));
        await app.Services.GetRequiredService<IUserRolesRecipe>().CreateNewRoleOrAddPermissionsAsync("editor", ["write"]);
        return app;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static void Map(WebApplication web)
    {
        web.MapGet("/session/extension", In).RequireSession();
        web.MapGet("/role/extension", In).RequireRole("editor");
        web.MapGet("/permission/extension", In).RequirePermission("write");
        web.MapGet("/tenant/extension", In).RequireTenant("acme");
        web.MapGet("/email/extension", In).RequireVerifiedEmail();
        web.MapGet("/claim/extension", In).RequireSessionClaim("plan", "pro", "team");
        web.MapGet("/rule/extension", In).RequireSessionClaim(services => services.GetRequiredService<PlanClaim>().HasValue("pro", id: "paid"));
        web.MapGet("/recent/extension", In).RequireRecentSignIn(TimeSpan.FromMinutes(5));
        web.MapGet("/session/attribute", [RequireSession] () => "in");
        web.MapGet("/role/attribute", [RequireRole("editor")] () => "in");
        web.MapGet("/permission/attribute", [RequirePermission("write")] () => "in");
        web.MapGet("/tenant/attribute", [RequireTenant("acme")] () => "in");
        web.MapGet("/email/attribute", [RequireVerifiedEmail] () => "in");
        web.MapGet("/claim/attribute", [RequireSessionClaim("plan", "pro", "team")] () => "in");
        web.MapGet("/rule/attribute", [RequirePro] () => "in");
        web.MapGet("/recent/attribute", [RequireRecentSignIn(300)] () => "in");
        foreach (var rule in (string[])["session", "stored", "role", "permission", "tenant", "email", "claim", "rule", "recent"])
        {
            web.MapGet($"/{rule}/policy", In).RequireAuthorization(rule);
            web.MapGet($"/{rule}/authorize", In).RequireAuthorization(new AuthorizeAttribute { Policy = rule });
        }

        web.MapControllers();
    }

    private static string In() => "in";
}

/// <summary>A claim of the application's own; what it fetches, a test says.</summary>
public sealed class PlanClaim : PrimitiveClaim<string>
{
    private readonly string?[] _stored;

    public PlanClaim()
        : this([null])
    {
    }

    private PlanClaim(string?[] stored)
        : base("plan", (_, _, _, _, _) => new(stored[0] is { } plan ? new ClaimValue<string>(plan) : default)) => _stored = stored;

    public string? Stored
    {
        get => _stored[0];
        set => _stored[0] = value;
    }
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireProAttribute : SessionClaimRequirementAttribute
{
    protected override SessionClaimValidator CreateValidator(IServiceProvider services) => services.GetRequiredService<PlanClaim>().HasValue("pro", id: "paid");
}

[ApiController]
public sealed class RequirementsController : ControllerBase
{
    [HttpGet("session/controller"), RequireSession]
    public string Session() => In(User);

    [HttpGet("role/controller"), RequireRole("editor")]
    public string Role() => In(User);

    [HttpGet("permission/controller"), RequirePermission("write")]
    public string Permission() => In(User);

    [HttpGet("tenant/controller"), RequireTenant("acme")]
    public string Tenant() => In(User);

    [HttpGet("email/controller"), RequireVerifiedEmail]
    public string Email() => In(User);

    [HttpGet("claim/controller"), RequireSessionClaim("plan", "pro", "team")]
    public string Claim() => In(User);

    [HttpGet("rule/controller"), RequirePro]
    public string Rule() => In(User);

    [HttpGet("recent/controller"), RequireRecentSignIn(300)]
    public string Recent() => In(User);

    private static string In(ClaimsPrincipal user) => user.Identity!.IsAuthenticated ? "in" : "in without a user";
}
