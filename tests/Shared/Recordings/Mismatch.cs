namespace SuperTokens.Testing;

/// <summary>One place where an answer differs from the recorded one. <see cref="Field"/> is a path such as <c>body.user.id</c>.</summary>
public sealed record Mismatch(string Field, string Recorded, string Actual)
{
    public override string ToString() => $"{Field}: recorded {Recorded}, got {Actual}";
}
