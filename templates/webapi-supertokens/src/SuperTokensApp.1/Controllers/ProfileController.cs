using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserMetadata;

namespace SuperTokensApp._1.Controllers;

[ApiController]
[RequireSession]
public class ProfileController(IUserMetadataRecipe metadata) : ControllerBase
{
    /// <summary>Everything that is kept about the person who is signed in.</summary>
    [HttpGet("/profile")]
    public async Task<JsonObject> Read(SessionContainer session, CancellationToken cancellationToken)
        => (await metadata.GetUserMetadataAsync(session.UserId, cancellationToken)).Metadata;

    /// <summary>Sets one value and leaves the others as they are. What people may set is listed in <see cref="Profile"/>.</summary>
    [HttpPut("/profile")]
    public async Task<JsonObject> Write(Profile profile, SessionContainer session, CancellationToken cancellationToken)
        => (await metadata.UpdateUserMetadataAsync(session.UserId, new JsonObject { ["displayName"] = profile.DisplayName }, cancellationToken)).Metadata;

    public record Profile([Required, StringLength(100)] string DisplayName);
}
