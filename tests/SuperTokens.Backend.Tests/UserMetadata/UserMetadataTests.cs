using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.UserMetadata;

public sealed class UserMetadataTests
{
    [Fact]
    public async Task An_update_is_merged_at_the_top_level_and_a_null_removes()
    {
        await using var app = await StartAsync();
        var recipe = Recipe(app);

        await recipe.UpdateUserMetadataAsync("ann", Json("""{"name":"Ann","prefs":{"theme":"dark","size":1},"list":[{"kept":null}]}"""));
        var updated = await recipe.UpdateUserMetadataAsync("ann", Json("""{"name":null,"prefs":{"theme":"light"},"big":12345678901234567000}"""));

        AssertJson("""{"list":[{"kept":null}],"prefs":{"theme":"light"},"big":12345678901234567000}""", updated.Metadata);
        AssertJson(updated.Metadata.ToJsonString(), (await recipe.GetUserMetadataAsync("ann")).Metadata);
    }

    [Fact]
    public async Task Metadata_belongs_to_one_user_and_is_empty_once_cleared()
    {
        await using var app = await StartAsync();
        var recipe = Recipe(app);
        await recipe.UpdateUserMetadataAsync("ann", Json("""{"name":"Ann"}"""));
        await recipe.UpdateUserMetadataAsync("a&userId=ann", Json("""{"name":"Bob"}"""));

        await recipe.ClearUserMetadataAsync("ann");
        await recipe.ClearUserMetadataAsync("nobody");

        AssertJson("{}", (await recipe.GetUserMetadataAsync("ann")).Metadata);
        AssertJson("""{"name":"Bob"}""", (await recipe.GetUserMetadataAsync("a&userId=ann")).Metadata);
    }

    [Fact]
    public async Task A_deleted_user_leaves_no_metadata()
    {
        await using var app = await StartAsync();
        var user = Assert.IsType<EmailPassword.SignUpResult.Ok>(await app.Services.GetRequiredService<EmailPassword.IEmailPasswordRecipe>()
            .SignUpAsync("public", "ann@example.com", "Str0ngPassw0rd")).User;
        await Recipe(app).UpdateUserMetadataAsync(user.Id, Json("""{"name":"Ann"}"""));

        await app.Services.GetRequiredService<IUserDirectory>().DeleteUserAsync(user.Id);

        AssertJson("{}", (await Recipe(app).GetUserMetadataAsync(user.Id)).Metadata);
    }

    [Fact]
    public async Task An_override_takes_effect_and_survives_adding_the_recipe_again()
    {
        await using var app = await TestApp.StartAsync(builder => builder
            .AddUserMetadata()
            .UseTestCore()
            .Override<IUserMetadataRecipe, Stamped>()
            .AddUserMetadata());

        var updated = await Recipe(app).UpdateUserMetadataAsync("ann", Json("""{"name":"Ann"}"""));

        AssertJson("""{"name":"Ann","stamped":true}""", updated.Metadata);
    }

    [Theory]
    [InlineData("""{"status":"OK"}""")]
    [InlineData("""{"status":"OK","metadata":[]}""")]
    [InlineData("""{"status":"SOMETHING_ELSE","metadata":{}}""")]
    [InlineData("""{"metadata":{}}""")]
    public async Task A_core_that_makes_no_sense_is_an_error_and_no_empty_metadata(string answer)
    {
        var core = new StubCore().Answer("GET /recipe/user/metadata", answer).Answer("PUT /recipe/user/metadata", answer).Answer("POST /recipe/user/metadata/remove", """{"status":"NO"}""");
        await using var app = await TestApp.StartAsync(core, builder => builder.AddUserMetadata());

        await Assert.ThrowsAsync<CoreException>(() => Recipe(app).GetUserMetadataAsync("ann"));
        await Assert.ThrowsAsync<CoreException>(() => Recipe(app).UpdateUserMetadataAsync("ann", []));
        await Assert.ThrowsAsync<CoreException>(() => Recipe(app).ClearUserMetadataAsync("ann"));
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(builder => builder.AddEmailPassword().AddSession().AddUserMetadata().UseTestCore());

    private static IUserMetadataRecipe Recipe(TestApp app) => app.Services.GetRequiredService<IUserMetadataRecipe>();

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    private static void AssertJson(string expected, JsonObject actual) => Assert.True(JsonNode.DeepEquals(Json(expected), actual), actual.ToJsonString());

    private sealed class Stamped(IUserMetadataRecipe original) : DelegatingUserMetadataRecipe(original)
    {
        public override Task<UserMetadataResult> UpdateUserMetadataAsync(string userId, JsonObject metadataUpdate, CancellationToken cancellationToken = default)
        {
            metadataUpdate["stamped"] = true;
            return base.UpdateUserMetadataAsync(userId, metadataUpdate, cancellationToken);
        }
    }
}
