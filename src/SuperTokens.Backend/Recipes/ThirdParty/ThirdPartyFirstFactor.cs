using System.Collections.Immutable;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Lets people begin to sign in with a provider.</summary>
internal sealed class ThirdPartyFirstFactor : IFirstFactorSource
{
    public ImmutableArray<string> FirstFactors { get; } = [ThirdPartyRecipe.Id];
}
