using System.Collections.Immutable;

namespace SuperTokens.Backend.Core;

/// <summary>
/// A weakness that a release of the core mended. The core does not tell its version, only the CDI versions it speaks, so a core is known to
/// lack the fix when it does not speak the CDI version that came with it. Source: CHANGELOG.md of github.com/supertokens/supertokens-core.
/// </summary>
/// <param name="CoreVersion">The release that mended it.</param>
/// <param name="Lacking">A core that does not speak this version is older than that release.</param>
/// <param name="Having">A core that speaks this version is not older.</param>
/// <param name="What">What was mended: the end of "lacks …".</param>
/// <param name="ForSaml">Whether only applications with SAML are concerned.</param>
internal sealed record CoreSecurityFix(string CoreVersion, CdiVersion Lacking, CdiVersion Having, string What, bool ForSaml)
{
    /// <summary>Those that are known, and can be told by the CDI version.</summary>
    public static readonly ImmutableArray<CoreSecurityFix> Known =
    [
        // [12.0.8]: "Security improvements around api-key/ip allow list handling"; the same release adds CDI 5.5.
        new("12.0.8", new CdiVersion(5, 5), new CdiVersion(5, 5), "the security improvements of its API keys and IP lists", ForSaml: false),

        // [12.0.10]: "fixes a SAML XML Signature Wrapping authentication bypass"; the next version of CDI, 5.6, came with 12.1.0.
        new("12.0.10", new CdiVersion(5, 5), new CdiVersion(5, 6), "the fix of a way to sign in as anybody by a forged SAML answer", ForSaml: true),
    ];
}
