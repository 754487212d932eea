using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Configuration;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>The document that an application serves about its API.</summary>
internal sealed class OpenApiDocument(JsonElement root)
{
    public JsonElement Paths => root.GetProperty("paths");

    public JsonElement Schemas => root.GetProperty("components").GetProperty("schemas");

    public IReadOnlyList<string> Operations
        => [.. from path in Paths.EnumerateObject() from method in path.Value.EnumerateObject() select $"{method.Name.ToUpperInvariant()} {path.Name}"];

    public IReadOnlyDictionary<string, JsonElement> SecuritySchemes
        => root.GetProperty("components").TryGetProperty("securitySchemes", out var schemes)
            ? schemes.EnumerateObject().ToDictionary(scheme => scheme.Name, scheme => scheme.Value)
            : [];

    /// <summary>Reads the document of an application with a core of its own.</summary>
    /// <param name="setUp">Adds recipes.</param>
    /// <param name="configure">Changes the options. Default: nothing.</param>
    /// <param name="map">Maps the application's own endpoints. Default: none.</param>
    /// <param name="addControllers">Whether there is <see cref="DescribedController"/>. Default: false.</param>
    public static async Task<OpenApiDocument> ReadAsync(
        Action<SuperTokensBuilder> setUp, Action<SuperTokensOptions>? configure = null, Action<WebApplication>? map = null, bool addControllers = false)
    {
        await using var app = await TestApp.StartAsync(
            builder =>
            {
                setUp(builder);
                builder.UseTestCore().Services.AddOpenApi(options => options.AddSuperTokens());
                if (addControllers)
                {
                    builder.Services.AddControllers().ConfigureApplicationPartManager(OnlyDescribed);
                }
            },
            configure,
            app =>
            {
                app.MapOpenApi().AllowAnonymous();
                map?.Invoke(app);
                if (addControllers)
                {
                    app.MapControllers();
                }
            });
        using var client = app.CreateClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        return new OpenApiDocument(document.RootElement.Clone());
    }

    public JsonElement Operation(string method, string path) => Paths.GetProperty(path).GetProperty(method);

    /// <summary>The alternatives of an endpoint's security, each by the name of its scheme; <c>none</c> where a request without a session is answered too.</summary>
    public IReadOnlyList<string> SecurityOf(string method, string path)
        => Operation(method, path).TryGetProperty("security", out var security)
            ? [.. security.EnumerateArray().Select(alternative => alternative.EnumerateObject().Select(scheme => scheme.Name).FirstOrDefault("none"))]
            : [];

    /// <summary>The schema of a body, with its reference followed.</summary>
    public JsonElement Schema(JsonElement content, string mediaType = "application/json") => Follow(content.GetProperty("content").GetProperty(mediaType).GetProperty("schema"));

    public JsonElement Follow(JsonElement schema)
        => schema.TryGetProperty("$ref", out var reference) ? Schemas.GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

    private static void OnlyDescribed(ApplicationPartManager manager)
    {
        manager.FeatureProviders.Clear();
        manager.ApplicationParts.Clear();
        manager.FeatureProviders.Add(new ControllerFeatureProvider());
        manager.ApplicationParts.Add(new DescribedPart());
    }

    private sealed class DescribedPart : ApplicationPart, IApplicationPartTypeProvider
    {
        public override string Name => "Described";

        public IEnumerable<System.Reflection.TypeInfo> Types => [System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(DescribedController))];
    }
}
