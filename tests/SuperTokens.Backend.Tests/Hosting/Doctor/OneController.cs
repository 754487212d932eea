using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Leaves MVC one controller of all there are.</summary>
internal sealed class OneController(Type controller) : IApplicationFeatureProvider<ControllerFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        feature.Controllers.Clear();
        feature.Controllers.Add(controller.GetTypeInfo());
    }
}
