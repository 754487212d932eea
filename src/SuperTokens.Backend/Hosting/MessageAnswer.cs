namespace SuperTokens.Backend.Hosting;

/// <summary>FDI: the body of every 400, and of a 401.</summary>
/// <param name="Message">What is wrong.</param>
internal sealed record MessageAnswer(string Message);
