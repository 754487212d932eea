using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class SessionFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["Session.getAllSessionHandlesForUser"] = async (services, args)
            => Returned.Array(await services.GetRequiredService<ISessionRecipe>().GetAllSessionHandlesForUserAsync(args.Text(0))),
    };
}
