using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>Gives the routes of controllers with <see cref="SignInPageAttribute"/> the configured base path.</summary>
public sealed class SignInPaths(SuperTokensAppInfo appInfo) : IConfigureOptions<MvcOptions>, IControllerModelConvention
{
    public void Configure(MvcOptions options) => options.Conventions.Add(this);

    public void Apply(ControllerModel controller)
    {
        if (controller.Attributes.OfType<SignInPageAttribute>().Any())
        {
            foreach (var action in controller.Actions)
            {
                var isForRefreshToken = action.Attributes.OfType<RefreshTokenPathAttribute>().Any();
                var basePath = appInfo.BelowPathBase(isForRefreshToken ? $"{appInfo.ApiBasePath}/session/refresh" : appInfo.WebsiteBasePath);
                foreach (var selector in action.Selectors)
                {
                    selector.AttributeRouteModel = AttributeRouteModel.CombineAttributeRouteModel(
                        new AttributeRouteModel(new RouteAttribute(basePath)), selector.AttributeRouteModel);
                }
            }
        }
    }
}
