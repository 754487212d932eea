namespace SuperTokens.Backend.Core;

/// <summary>How a call to a host failed, which decides whether it may be sent again.</summary>
internal enum CoreFailure
{
    /// <summary>The host failed too often lately and was passed over: it surely did not receive the request.</summary>
    CircuitOpen,

    /// <summary>No connection was made: the host cannot have received the request.</summary>
    NotSent,

    /// <summary>The connection broke: the host may have carried out the request.</summary>
    Broken,

    /// <summary>No whole answer came in time: the host may have carried out the request.</summary>
    TimedOut,

    /// <summary>The answer was larger than any a core gives: the host may have carried out the request.</summary>
    TooLarge,
}
