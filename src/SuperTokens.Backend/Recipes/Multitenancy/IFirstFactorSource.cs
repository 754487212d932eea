using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Names the factors one recipe lets people begin to sign in with. Each sign-in recipe registers one.</summary>
internal interface IFirstFactorSource
{
    /// <summary>The factors' ids.</summary>
    ImmutableArray<string> FirstFactors { get; }
}
