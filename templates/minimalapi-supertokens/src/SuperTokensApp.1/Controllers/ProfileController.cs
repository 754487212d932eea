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
    /// <summary>What people may see of what is kept about them. Never answer with the whole object: it may hold what is not for them.</summary>
    [HttpGet("/profile")]
    public async Task<ActionResult> Read(SessionContainer session, CancellationToken cancellationToken)
        => Answer(await metadata.GetUserMetadataAsync(session.UserId, cancellationToken));

    /// <summary>Sets one value and leaves the others as they are. What people may set is listed in <see cref="Profile"/>.</summary>
    [HttpPut("/profile")]
    public async Task<ActionResult> Write(Profile profile, SessionContainer session, CancellationToken cancellationToken)
        => Answer(await metadata.UpdateUserMetadataAsync(session.UserId, new JsonObject { ["displayName"] = profile.DisplayName }, cancellationToken));

    private OkObjectResult Answer(UserMetadataResult kept) => Ok(new { displayName = kept.Metadata["displayName"] });

    public record Profile([Required, StringLength(100)] string DisplayName);
}
