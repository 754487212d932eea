namespace SuperTokensApp._1.Models;

/// <summary>The code that people type.</summary>
public sealed class CodeForm
{
    public string? Code { get; set; }
}
