using System.Collections.Immutable;

namespace SuperTokens.Backend.Core;

/// <summary>The core's answer to <c>GET /apiversion</c>.</summary>
/// <param name="Versions">The CDI versions the core speaks.</param>
internal sealed record ApiVersionAnswer(ImmutableArray<string> Versions);
