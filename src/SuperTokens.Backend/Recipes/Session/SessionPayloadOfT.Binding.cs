using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Reads payloads as a type of the application's own.</summary>
/// <typeparam name="TPayload">The type.</typeparam>
/// <param name="type">How it is read; code of the application's, so that nothing is found by reflection.</param>
internal sealed class SessionPayload<TPayload>(JsonTypeInfo<TPayload> type) : SessionPayload
{
    private const string Id = "payload";

    public override Type SessionType => typeof(SessionContainer<TPayload>);

    public static SessionPayload<TPayload> Of(IServiceProvider services)
        => services.GetService<SessionPayload<TPayload>>()
            ?? throw new InvalidOperationException(
                $"SessionContainer<{typeof(TPayload).Name}> needs to know how the payload is read. Add .AddSessionPayload(YourJsonContext.Default.{typeof(TPayload).Name}) to AddSuperTokens(…).");

    public SessionContainer<TPayload> Read(SessionContainer session)
    {
        try
        {
            if (session.AccessTokenPayload.Deserialize(type) is { } payload)
            {
                return new SessionContainer<TPayload>(session, payload);
            }
        }
        catch (JsonException)
        {
            // Its text may hold what the payload says.
        }

        throw new InvalidClaimsException([new ClaimValidationError(Id, new JsonObject { ["message"] = "wrong shape" })]);
    }

    public override object ReadObject(SessionContainer session) => Read(session);
}
