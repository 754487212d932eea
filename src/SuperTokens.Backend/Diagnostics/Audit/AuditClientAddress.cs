namespace SuperTokens.Backend.Diagnostics;

/// <summary>Registered where the application wants the caller's address in audit events.</summary>
internal sealed class AuditClientAddress;
