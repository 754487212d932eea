using Microsoft.Extensions.DependencyInjection;
using SuperTokens.EmbeddedCore;

namespace SuperTokens.Testing;

/// <summary>The core of the tests' applications.</summary>
public static class TestCoreBuilderExtensions
{
    /// <summary>Uses an embedded core in memory that is quick to start and to sign in to.</summary>
    public static SuperTokensBuilder UseTestCore(this SuperTokensBuilder builder, Action<EmbeddedCoreOptions>? configure = null) =>
        builder.UseEmbeddedCore(core =>
        {
            core.InMemory = true;
            core.AllowOutsideDevelopment = true;
            core.BcryptCost = 4;
            core.NewPrivateKey = TestSigningKeys.Next;
            configure?.Invoke(core);
        });
}
