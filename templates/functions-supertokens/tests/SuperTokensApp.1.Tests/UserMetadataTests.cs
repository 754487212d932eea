using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.UserMetadata;

namespace SuperTokensApp._1.Tests;

public sealed class UserMetadataTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_profile_is_kept()
    {
        var person = await People.SignInAsync(app);

        using var written = await person.CallAsync(HttpMethod.Put, "/profile", new { displayName = "Ada" });

        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        Assert.Equal("Ada", (await person.GetAsync("/profile")).GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task A_profile_shows_nothing_else_that_is_kept()
    {
        var person = await People.SignInAsync(app);
        var metadata = app.Services.GetRequiredService<IUserMetadataRecipe>();
        await metadata.UpdateUserMetadataAsync((await person.WhoAmIAsync())!, new JsonObject { ["note"] = "Pays late" });

        Assert.Equal("displayName", Assert.Single((await person.GetAsync("/profile")).EnumerateObject()).Name);
    }

    [Fact]
    public async Task A_profile_without_a_name_is_refused()
    {
        var person = await People.SignInAsync(app);

        using var refused = await person.CallAsync(HttpMethod.Put, "/profile", new { displayName = "" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }
}
