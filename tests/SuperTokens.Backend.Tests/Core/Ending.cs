namespace SuperTokens.Backend.Core;

/// <summary>What a host does with the connection after its reply.</summary>
internal enum Ending
{
    KeepAlive,
    Close,
    Reset,
    Hang,
}
