namespace SuperTokens.Backend.Core;

/// <summary>Names that parts outside the core client share with it.</summary>
public static class CoreDefaults
{
    /// <summary>
    /// The name of the <see cref="HttpClient"/> that talks to the core. Add handlers to it with
    /// <c>services.AddHttpClient(CoreDefaults.HttpClientName)</c> to see or change what is sent.
    /// </summary>
    public const string HttpClientName = "SuperTokens.Core";
}
