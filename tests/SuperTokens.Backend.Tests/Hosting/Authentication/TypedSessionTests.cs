using System.Net;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Hosting.Authentication;

public sealed class TypedSessionTests
{
    [Theory]
    [InlineData("/typed")]
    [InlineData("/typed-optional")]
    [InlineData("/typed-context")]
    [InlineData("/typed-controller/needed")]
    [InlineData("/typed-controller/optional")]
    public async Task The_payload_binds_as_the_applications_own_type(string path)
    {
        await using var app = await StartAsync();

        await (await (await SignInAsync(app, """{"plan":"pro","seats":3}""")).GetAsync(path)).AssertAsync(HttpStatusCode.OK, "user-1 pro 3");
    }

    [Theory]
    [InlineData("/typed")]
    [InlineData("/typed-controller/needed")]
    public async Task Without_a_session_a_typed_parameter_is_401(string path)
    {
        await using var app = await StartAsync();
        await (await app.CreateFrontend().GetAsync(path)).AssertUnauthorisedAsync();
    }

    [Theory]
    [InlineData("/typed-optional")]
    [InlineData("/typed-default")]
    [InlineData("/typed-context-open")]
    [InlineData("/typed-controller/optional")]
    public async Task Without_a_session_a_nullable_one_is_null(string path)
    {
        await using var app = await StartAsync();
        await (await app.CreateFrontend().GetAsync(path)).AssertAsync(HttpStatusCode.OK, "none");
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"plan":7,"seats":3}""")]
    [InlineData("""{"plan":"pro","seats":"secret"}""")]
    public async Task A_payload_of_another_shape_is_403_and_tells_nothing_of_it(string payload)
    {
        await using var app = await StartAsync();
        var frontend = await SignInAsync(app, payload);

        foreach (var path in (string[])["/typed", "/typed-context", "/typed-controller/needed"])
        {
            await (await frontend.GetAsync(path)).AssertAsync(
                HttpStatusCode.Forbidden, """{"message":"invalid claim","claimValidationErrors":[{"id":"payload","reason":{"message":"wrong shape"}}]}""");
        }
    }

    [Theory]
    [InlineData("/unknown")]
    [InlineData("/typed-controller/unknown")]
    public async Task A_type_that_was_not_added_lets_nobody_in_and_the_developer_learns_why(string path)
    {
        await using var app = await StartAsync();
        var frontend = await SignInAsync(app, """{"plan":"pro","seats":3}""");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => frontend.GetAsync(path));

        Assert.Contains(".AddSessionPayload(", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_with_the_default_null_needs_no_information_about_nullability()
    {
        await using var app = await SessionApp.StartAsync(map: web => web.MapGet("/default", (SessionContainer? session = null) => session?.UserId ?? "none"));

        await (await app.CreateFrontend().GetAsync("/default")).AssertAsync(HttpStatusCode.OK, "none");
        await (await (await app.SignInAsync()).GetAsync("/default")).AssertAsync(HttpStatusCode.OK, "user-1");
    }

    private static Task<SessionApp> StartAsync() => SessionApp.StartAsync(
        setUp: builder =>
        {
            builder.AddSessionPayload(TypedPayloadJson.Default.TypedPayload);
            builder.Services.AddControllers().AddApplicationPart(typeof(TypedSessionController).Assembly);
        },
        map: web =>
        {
            web.MapPost("/login-with", async (JsonObject payload, HttpContext context, IRequestSessions sessions) =>
                await sessions.CreateAsync(context, new NewSession(new RecipeUserId("user-1")) { AccessTokenPayload = payload }, context.RequestAborted) is null ? "out" : "in");
            web.MapGet("/typed", (SessionContainer<TypedPayload> session) => Describe(session));
            web.MapGet("/typed-optional", (SessionContainer<TypedPayload>? session) => Describe(session));
            web.MapGet("/typed-default", (SessionContainer<TypedPayload>? session = null) => Describe(session));
            web.MapGet("/typed-context", (HttpContext context) => Describe(context.GetSession<TypedPayload>())).RequireAuthorization();
            web.MapGet("/typed-context-open", (HttpContext context) => Describe(context.GetSession<TypedPayload>()));
            web.MapGet("/unknown", (SessionContainer<JsonArray> session) => session.UserId);
            web.MapControllers();
        });

    internal static string Describe(SessionContainer<TypedPayload>? session)
        => session is null ? "none" : $"{session.Session.UserId} {session.Payload.Plan} {session.Payload.Seats}";

    private static async Task<Frontend> SignInAsync(SessionApp app, string payload)
    {
        var frontend = app.CreateFrontend();
        (await frontend.PostAsync("/login-with", JsonNode.Parse(payload))).AssertOk();
        return frontend;
    }
}

public sealed record TypedPayload([property: JsonRequired] string Plan, [property: JsonRequired] int Seats);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TypedPayload))]
internal sealed partial class TypedPayloadJson : JsonSerializerContext;

[ApiController]
[Route("typed-controller")]
public sealed class TypedSessionController : ControllerBase
{
    [HttpGet("needed")]
    public string Needed(SessionContainer<TypedPayload> session) => TypedSessionTests.Describe(session) + Request.Query["x"];

    [HttpGet("optional")]
    public string Optional(SessionContainer<TypedPayload>? session) => TypedSessionTests.Describe(session) + Request.Query["x"];

    [HttpGet("unknown")]
    public string Unknown(SessionContainer<string> session) => session.UserId + Request.Query["x"];
}
