using System.Collections.Immutable;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>The core's answer to <c>GET /ee/featureflag</c>.</summary>
/// <param name="Features">The features its licence covers, such as <c>account_linking</c>.</param>
internal sealed record FeatureFlagAnswer(ImmutableArray<string> Features);
