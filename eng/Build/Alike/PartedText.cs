namespace SuperTokens.Build.Alike;

/// <summary>A file as its parts, in their order.</summary>
/// <param name="Head">What is before the first part.</param>
/// <param name="Parts">The parts. Their texts include what is before them but for the separator.</param>
/// <param name="Tail">What is after the last part.</param>
/// <param name="Separator">What is between two parts.</param>
internal sealed record PartedText(string Head, IReadOnlyList<TextPart> Parts, string Tail, string Separator)
{
    public override string ToString() => Head + string.Join(Separator, Parts.Select(part => part.Text)) + Tail;
}
