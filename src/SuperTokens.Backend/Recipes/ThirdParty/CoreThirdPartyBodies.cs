using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The body of <c>POST /{tenantId}/recipe/signinup</c>.</summary>
internal sealed record CoreSignInUp(string ThirdPartyId, string ThirdPartyUserId, CoreEmail Email);

/// <summary>An address in such a body.</summary>
internal sealed record CoreEmail(string Id, bool IsVerified);

/// <summary>The core's answer to <c>POST /{tenantId}/recipe/signinup</c>.</summary>
internal sealed record CoreSignInUpAnswer(string Status, bool? CreatedNewUser = null, CoreUser? User = null, string? RecipeUserId = null, string? Reason = null);
