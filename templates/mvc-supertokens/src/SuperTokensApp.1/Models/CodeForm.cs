using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SuperTokensApp._1.Models;

/// <summary>The code that people type.</summary>
public sealed class CodeForm
{
    public string? Code { get; set; }

    /// <summary>The code that is on its way.</summary>
    [BindNever]
    public CodeAttempt? Attempt { get; set; }
}
