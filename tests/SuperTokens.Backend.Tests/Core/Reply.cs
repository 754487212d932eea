namespace SuperTokens.Backend.Core;

/// <summary>What a <see cref="LoopbackHost"/> writes to the socket, and what it does then.</summary>
internal sealed record Reply(string Text, Ending Then)
{
    public static Reply Reset { get; } = new(string.Empty, Ending.Reset);

    public static Reply Nothing { get; } = new(string.Empty, Ending.Hang);

    public static Reply Half { get; } = new("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"status\":", Ending.Close);

    public static Reply HalfThenNothing { get; } = Half with { Then = Ending.Hang };

    public static Reply Json(string json) => Of(200, "application/json;charset=UTF-8", json);

    public static Reply Of(int status, string? contentType, string body, string moreHeaders = "")
        => new(
            $"HTTP/1.1 {status} Status\r\n{(contentType is null ? "" : $"Content-Type: {contentType}\r\n")}{moreHeaders}Content-Length: {body.Length}\r\n\r\n{body}",
            Ending.KeepAlive);
}
