using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The core's answer to sign-up and sign-in.</summary>
internal sealed record CoreAuthAnswer(string Status, CoreUser? User = null, string? RecipeUserId = null);

/// <summary>The core's answer to <c>POST /{tenantId}/recipe/user/password/reset/token</c>.</summary>
internal sealed record CoreResetTokenAnswer(string Status, string? Token = null);

/// <summary>The core's answer to <c>POST /{tenantId}/recipe/user/password/reset/token/consume</c>.</summary>
internal sealed record CoreResetTokenUseAnswer(string Status, string? UserId = null, string? Email = null);

/// <summary>The core's answer to <c>PUT /recipe/user</c>.</summary>
internal sealed record CoreUserUpdateAnswer(string Status, string? Reason = null);
