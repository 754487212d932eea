namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>What a description of the API says about one of SuperTokens' endpoints.</summary>
/// <param name="Summary">What it does, in a line.</param>
internal sealed record FdiDescription(string Summary)
{
    /// <summary>The shape of its JSON body. Default: it has none.</summary>
    public Type? Body { get; init; }

    /// <summary>The fields of a body that is a form; a question mark ends the names of those that may be left out.</summary>
    public string[] Form { get; init; } = [];

    /// <summary>The shape of its answer. Default: an empty one.</summary>
    public Type? Answer { get; init; }

    /// <summary>The status of an answer that is a redirect. Default: it does not redirect.</summary>
    public int? Redirect { get; init; }

    /// <summary>The parameters of its query; a question mark ends the names of those that may be left out.</summary>
    public string[] Query { get; init; } = [];

    /// <summary>What it needs of the caller. Default: nothing.</summary>
    public SessionNeed Needs { get; init; } = SessionNeed.None;
}
