namespace SuperTokens.Backend.Core;

/// <summary>The core answered 200, but with a status this SDK does not know or without what the status promises.</summary>
internal static class UnexpectedCoreAnswer
{
    /// <summary>The exception for such an answer.</summary>
    /// <param name="request">The request that was answered.</param>
    /// <returns>The exception, to be thrown.</returns>
    public static CoreException To(CoreRequest request)
        => new($"The core's answer to {request.Method} {request.Path.Template} makes no sense: an unknown status, or a field its status needs is missing.") { StatusCode = 200 };
}
