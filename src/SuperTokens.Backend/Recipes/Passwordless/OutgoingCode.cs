namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>A code on its way to somebody.</summary>
internal sealed record OutgoingCode(
    string TenantId, PasswordlessContact Contact, PasswordlessCode Code, PasswordlessFlowType FlowType, bool IsFirstFactor, bool IsResend);
