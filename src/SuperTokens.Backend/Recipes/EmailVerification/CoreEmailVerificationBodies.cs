namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>The body of the core's calls about an address of a login method.</summary>
internal sealed record CoreVerificationSubject(string UserId, string Email);

/// <summary>The body of <c>POST /{tenantId}/recipe/user/email/verify</c>.</summary>
internal sealed record CoreVerificationTokenUse(string Method, string Token);

/// <summary>The core's answer to <c>POST /{tenantId}/recipe/user/email/verify/token</c>.</summary>
internal sealed record CoreVerificationTokenAnswer(string Status, string? Token = null);

/// <summary>The core's answer to <c>POST /{tenantId}/recipe/user/email/verify</c>.</summary>
internal sealed record CoreVerificationTokenUseAnswer(string Status, string? UserId = null, string? Email = null);

/// <summary>The core's answer to <c>GET /recipe/user/email/verify</c>.</summary>
internal sealed record CoreIsVerifiedAnswer(string Status, bool? IsVerified = null);

/// <summary>The core's answer where nothing but the status is said.</summary>
internal sealed record CoreVerificationStatusAnswer(string Status);
