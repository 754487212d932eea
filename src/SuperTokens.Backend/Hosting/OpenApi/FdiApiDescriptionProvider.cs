using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>
/// Adds SuperTokens' endpoints to what ASP.NET Core knows about the app's API, from which documents such as OpenAPI's are made. The app's own endpoints
/// lose their session parameters: those are no input, and callers send them in other ways.
/// </summary>
internal sealed class FdiApiDescriptionProvider(SuperTokensDispatcher dispatcher) : IApiDescriptionProvider
{
    private const string Json = "application/json";

    // After those that describe minimal APIs and controllers.
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var description in context.Results)
        {
            RemoveSession(description);
        }

        var described = new HashSet<string>();
        foreach (var endpoint in dispatcher.Endpoints.OrderBy(endpoint => endpoint.RecipeId, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Path, StringComparer.Ordinal))
        {
            // Two recipes may share a path, and documents hold each path once.
            if (FdiDescriptions.Find(endpoint) is { } description && described.Add(endpoint.Method + endpoint.Path))
            {
                context.Results.Add(Describe(endpoint, description));
            }
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private static void RemoveSession(ApiDescription description)
    {
        foreach (var parameter in description.ParameterDescriptions.Where(parameter => IsSession(parameter.Type)).ToArray())
        {
            description.ParameterDescriptions.Remove(parameter);
            Need(description, parameter.IsRequired || parameter.ModelMetadata is { IsBindingRequired: true } or { IsRequired: true });
        }

        // Those of minimal APIs are in no list of input, but they are asked for.
        foreach (var parameter in description.ActionDescriptor.EndpointMetadata.OfType<IParameterBindingMetadata>().Where(parameter => IsSession(parameter.ParameterInfo.ParameterType)))
        {
            Need(description, !parameter.IsOptional);
        }
    }

    private static void Need(ApiDescription description, bool isRequired)
    {
        if (description.GetProperty<SessionNeedMetadata>() is not { Need: SessionNeed.Required })
        {
            description.SetProperty(new SessionNeedMetadata(isRequired ? SessionNeed.Required : SessionNeed.Optional));
        }
    }

    private static bool IsSession(Type? type)
        => type == typeof(SessionContainer) || (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(SessionContainer<>));

    private ApiDescription Describe(SuperTokensEndpoint endpoint, FdiDescription description)
    {
        var result = new ApiDescription
        {
            HttpMethod = endpoint.Method,
            RelativePath = (dispatcher.BasePath + endpoint.Path)[1..],
            ActionDescriptor = new ActionDescriptor
            {
                DisplayName = $"{endpoint.Method} {endpoint.Path}",
                RouteValues = new Dictionary<string, string?> { ["controller"] = "SuperTokens" },
                Parameters = [],
                EndpointMetadata =
                [
                    endpoint,
                    new TagsAttribute($"SuperTokens {endpoint.RecipeId}"),
                    new EndpointSummaryAttribute(description.Summary),
                    new SessionNeedMetadata(description.Needs),
                ],
            },
        };
        foreach (var name in description.Query)
        {
            result.ParameterDescriptions.Add(Text(name, BindingSource.Query));
        }

        foreach (var name in description.Form)
        {
            result.ParameterDescriptions.Add(Text(name, BindingSource.Form));
        }

        if (description.Body is { } body)
        {
            result.ParameterDescriptions.Add(Parameter("body", body, BindingSource.Body, isRequired: true));
        }

        if (description.Body is not null || description.Form.Length > 0)
        {
            result.SupportedRequestFormats.Add(new ApiRequestFormat { MediaType = description.Body is null ? "application/x-www-form-urlencoded" : Json });
        }

        AddAnswers(result.SupportedResponseTypes, description);
        return result;
    }

    private static void AddAnswers(IList<ApiResponseType> answers, FdiDescription description)
    {
        if (description.Redirect is { } redirect)
        {
            answers.Add(new ApiResponseType { StatusCode = redirect, Type = typeof(void), Description = "On to the address in the header Location." });
        }

        if (description.Answer is { } answer)
        {
            answers.Add(Answer(StatusCodes.Status200OK, answer, "The outcome is in status, where there is one."));
        }

        if (description.Body is not null || description.Form.Length + description.Query.Length > 0)
        {
            answers.Add(Answer(StatusCodes.Status400BadRequest, typeof(FdiMessage), "The request is not as described."));
        }
    }

    private static ApiResponseType Answer(int status, Type type, string description)
        => new() { StatusCode = status, Type = type, Description = description, ApiResponseFormats = [new ApiResponseFormat { MediaType = Json }] };

    private static ApiParameterDescription Text(string name, BindingSource source)
        => Parameter(name.TrimEnd('?'), typeof(string), source, isRequired: !name.EndsWith('?'));

    private static ApiParameterDescription Parameter(string name, Type type, BindingSource source, bool isRequired) => new()
    {
        Name = name,
        Type = type,
        ModelMetadata = new FdiModelMetadata(type),
        Source = source,
        IsRequired = isRequired,
        ParameterDescriptor = new ParameterDescriptor { Name = name, ParameterType = type },
    };
}
