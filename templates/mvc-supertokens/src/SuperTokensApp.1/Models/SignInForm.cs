namespace SuperTokensApp._1.Models;

/// <summary>What people type to sign in, and to sign up.</summary>
public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
