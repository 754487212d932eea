using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.UserMetadata;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class UserMetadataFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["UserMetadata.getUserMetadata"] = async (services, args)
            => Returned.Ok(("metadata", (await Recipe(services).GetUserMetadataAsync(args.Text(0))).Metadata)),
        ["UserMetadata.updateUserMetadata"] = async (services, args)
            => Returned.Ok(("metadata", (await Recipe(services).UpdateUserMetadataAsync(args.Text(0), args.Object(1))).Metadata)),
        ["UserMetadata.clearUserMetadata"] = async (services, args) =>
        {
            await Recipe(services).ClearUserMetadataAsync(args.Text(0));
            return Returned.Ok();
        },
    };

    private static IUserMetadataRecipe Recipe(IServiceProvider services) => services.GetRequiredService<IUserMetadataRecipe>();
}
