using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Saml;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Which recipes were added. None is made for the question: a start leaves them to the first request.</summary>
internal sealed class DoctorFeatures(IServiceProviderIsService services)
{
    /// <summary>Whether <c>AddSaml</c> was called.</summary>
    public bool HasSaml => services.IsService(typeof(ISamlRecipe));
}
