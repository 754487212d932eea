namespace SuperTokensApp._1.Models;

/// <summary>What a person wants to be called.</summary>
public sealed class DisplayNameForm
{
    public const int MaxLength = 100;

    public string? DisplayName { get; set; }
}
