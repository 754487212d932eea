using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Diagnostics.Flows;

/// <summary>Reports sign-outs, overrides included.</summary>
internal sealed class ObservedSessionApi(ISessionApi inner, AuditTrail audit) : DelegatingSessionApi(inner)
{
    public override async Task<SignOutPostResult> SignOutPostAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
    {
        var result = await Inner.SignOutPostAsync(session, context, cancellationToken);
        if (result is SignOutPostResult.Ok)
        {
            audit.Report(new AuditEvent.SignedOut
            {
                TenantId = session.TenantId,
                UserId = session.UserId,
                RecipeUserId = session.RecipeUserId.Value,
                SessionHandle = session.Handle,
            });
        }

        return result;
    }
}
