using System.Collections.Immutable;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Lets people begin to sign in with a password.</summary>
internal sealed class EmailPasswordFirstFactor : IFirstFactorSource
{
    public ImmutableArray<string> FirstFactors { get; } = [EmailPasswordRecipe.Id];
}
