using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.UserMetadata;

namespace SuperTokensApp._1.Functions;

[RequireSession]
public class ProfileFunctions(IUserMetadataRecipe metadata)
{
    /// <summary>What people may see of what is kept about them. Never answer with the whole object: it may hold what is not for them.</summary>
    [Function("ReadProfile")]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "profile")] HttpRequest request,
        CancellationToken cancellationToken)
        => Answer(await metadata.GetUserMetadataAsync(request.HttpContext.GetSession()!.UserId, cancellationToken));

    /// <summary>Sets one value and leaves the others as they are. What people may set is listed in <see cref="Profile"/>.</summary>
    [Function("WriteProfile")]
    public async Task<IResult> Write(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "profile")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var userId = request.HttpContext.GetSession()!.UserId;
        return await ReadBodyAsync(request, cancellationToken) is { DisplayName.Length: > 0 and <= 100 } profile
            ? Answer(await metadata.UpdateUserMetadataAsync(userId, new JsonObject { ["displayName"] = profile.DisplayName }, cancellationToken))
            : Results.BadRequest(new { message = "displayName must have 1 to 100 characters" });
    }

    private static IResult Answer(UserMetadataResult kept) => Results.Ok(new { displayName = kept.Metadata["displayName"] });

    private static async Task<Profile?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<Profile>(cancellationToken) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON of this shape, or in a charset that nobody knows.
            return null;
        }
    }

    public record Profile(string DisplayName);
}
