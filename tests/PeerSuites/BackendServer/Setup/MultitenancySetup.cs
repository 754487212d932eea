using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

internal static class MultitenancySetup
{
    public static void Add(SuperTokensBuilder builder, JsonObject config)
    {
        builder.AddMultitenancy(options =>
        {
            foreach (var factor in config["firstFactors"]?.AsArray() ?? [])
            {
                options.FirstFactors.Add((string)factor!);
            }
        });
        builder.Override<IMultitenancyRecipe>((inner, services) =>
            LoggedCalls<IMultitenancyRecipe>.Create(inner, services.GetRequiredService<OverrideLog>(), "Multitenancy.override.functions"));
    }
}
