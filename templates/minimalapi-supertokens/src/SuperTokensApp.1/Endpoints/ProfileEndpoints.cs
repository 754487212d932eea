using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserMetadata;

namespace SuperTokensApp._1.Endpoints;

public static class ProfileEndpoints
{
    public static void MapProfileEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/profile", ReadAsync).RequireSession();
        endpoints.MapPut("/profile", WriteAsync).RequireSession();
    }

    /// <summary>What people may see of what is kept about them. Never answer with the whole object: it may hold what is not for them.</summary>
    private static async Task<Profile> ReadAsync(SessionContainer session, IUserMetadataRecipe metadata, CancellationToken cancellationToken)
        => Answer(await metadata.GetUserMetadataAsync(session.UserId, cancellationToken));

    /// <summary>Sets one value and leaves the others as they are. What people may set is listed in <see cref="ProfileChange"/>.</summary>
    private static async Task<Profile> WriteAsync(
        ProfileChange change, SessionContainer session, IUserMetadataRecipe metadata, CancellationToken cancellationToken)
        => Answer(await metadata.UpdateUserMetadataAsync(session.UserId, new JsonObject { ["displayName"] = change.DisplayName }, cancellationToken));

    private static Profile Answer(UserMetadataResult kept) => new(kept.Metadata["displayName"]);
}

public sealed record Profile(JsonNode? DisplayName);

public sealed record ProfileChange([Required, StringLength(100)] string DisplayName);
