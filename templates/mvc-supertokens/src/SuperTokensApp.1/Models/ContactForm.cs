namespace SuperTokensApp._1.Models;

/// <summary>Where people want a code to go.</summary>
public sealed class ContactForm
{
    public string? Contact { get; set; }
}
