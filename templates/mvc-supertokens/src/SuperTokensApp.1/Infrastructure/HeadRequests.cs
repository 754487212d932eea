using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>Answers HEAD wherever GET is answered: programs ask so whether a page is there.</summary>
public sealed class HeadRequests : IConfigureOptions<MvcOptions>, IActionModelConvention
{
    public void Configure(MvcOptions options) => options.Conventions.Add(this);

    public void Apply(ActionModel action)
    {
        foreach (var metadata in action.Selectors.Select(selector => selector.EndpointMetadata))
        {
            for (var index = 0; index < metadata.Count; index++)
            {
                if (metadata[index] is HttpMethodMetadata { HttpMethods: [var method] } && HttpMethods.IsGet(method))
                {
                    metadata[index] = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
                }
            }
        }
    }
}
