namespace SuperTokensApp._1.Models;

/// <summary>What went wrong, in words for people; never what an exception says.</summary>
/// <param name="Name">The page's texts: Error.{Name}.Title and Error.{Name}.Text.</param>
/// <param name="Address">The page to open again; null where that does not help.</param>
/// <param name="RequestId">What the log knows the request by; null where nothing is logged.</param>
public sealed record ErrorPage(string Name, string? Address = null, string? RequestId = null);
