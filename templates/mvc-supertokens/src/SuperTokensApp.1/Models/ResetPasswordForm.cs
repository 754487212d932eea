namespace SuperTokensApp._1.Models;

/// <summary>What people type to choose a new password.</summary>
public sealed class ResetPasswordForm
{
    public string? Password { get; set; }
}
