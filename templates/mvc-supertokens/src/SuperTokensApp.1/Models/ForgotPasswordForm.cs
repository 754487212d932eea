namespace SuperTokensApp._1.Models;

/// <summary>What people type who forgot their password.</summary>
public sealed class ForgotPasswordForm
{
    public string? Email { get; set; }
}
