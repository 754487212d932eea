using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Gives controllers' actions the request's session as a parameter.</summary>
internal sealed class SessionContainerModelBinder : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var context = bindingContext.HttpContext;
        var optional = IsOptional(bindingContext);
        var session = context.GetSession()
            ?? await context.RequestServices.GetRequiredService<IRequestSessions>()
                .GetAsync(context, new VerifySessionOptions { SessionRequired = !optional }, context.RequestAborted);
        var model = session is null || bindingContext.ModelType == typeof(SessionContainer) ? session : PayloadOf(bindingContext).ReadObject(session);
        if (model is not null)
        {
            // Its properties are no input.
            bindingContext.ValidationState[model] = new ValidationStateEntry { SuppressValidation = true };
        }

        bindingContext.Result = ModelBindingResult.Success(model);
    }

    // The application may have told MVC to take no parameter for required because of its type. That must not open an action.
    private static bool IsOptional(ModelBindingContext binding)
        => binding.ModelMetadata is { IsBindingRequired: false, IsRequired: false } metadata
            && (binding.ActionContext.ActionDescriptor.Parameters.FirstOrDefault(parameter => parameter.Name == metadata.ParameterName) is not IParameterInfoParameterDescriptor known
                || SessionContainer.IsOptional(binding.HttpContext, known.ParameterInfo));

    private static SessionPayload PayloadOf(ModelBindingContext binding)
        => binding.HttpContext.RequestServices.GetServices<SessionPayload>().FirstOrDefault(payload => payload.SessionType == binding.ModelType)
            ?? throw new InvalidOperationException(
                $"{binding.ActionContext.ActionDescriptor.DisplayName} takes a session with a payload whose type is not known. Add .AddSessionPayload(YourJsonContext.Default.YourPayload) to AddSuperTokens(…).");
}
