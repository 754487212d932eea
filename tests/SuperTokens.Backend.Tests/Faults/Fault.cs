namespace SuperTokens.Backend.Faults;

/// <summary>What is wrong with a host.</summary>
public enum Fault
{
    None,

    /// <summary>Takes requests and never answers.</summary>
    HalfOpen,

    /// <summary>Sends headers and half a body, then nothing.</summary>
    Slow,

    /// <summary>Resets the connection instead of answering.</summary>
    Reset,

    /// <summary>Carries the request out, and resets the connection before the answer.</summary>
    AnswerLost,

    /// <summary>Closes the connection in the middle of an answer.</summary>
    CutOff,

    Status429,
    Status500,
    Status503,

    /// <summary>Answers 200 with JSON that ends too early.</summary>
    TruncatedJson,

    /// <summary>Answers 200 with JSON of another shape.</summary>
    MalformedJson,

    /// <summary>Answers 200 with a page.</summary>
    Page,

    /// <summary>Answers with versions of the protocol that this SDK does not speak.</summary>
    WrongCdi,
}
