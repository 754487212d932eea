namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The body of the core's sign-up and sign-in.</summary>
internal sealed record CoreCredentials(string Email, string Password);

/// <summary>The body of <c>POST /{tenantId}/recipe/user/password/reset/token</c>.</summary>
internal sealed record CoreResetTokenRequest(string UserId, string Email);

/// <summary>The body of <c>POST /{tenantId}/recipe/user/password/reset/token/consume</c>.</summary>
internal sealed record CoreResetTokenUse(string Token);

/// <summary>The body of <c>PUT /recipe/user</c>.</summary>
internal sealed record CoreUserUpdate(string RecipeUserId, string? Email, string? Password);
