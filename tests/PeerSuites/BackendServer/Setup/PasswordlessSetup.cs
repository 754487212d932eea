using System.Text.Json.Nodes;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Passwordless;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

internal static class PasswordlessSetup
{
    public static void Add(SuperTokensBuilder builder, JsonObject config)
    {
        builder.AddPasswordless(options =>
        {
            options.ContactMethod = config.Text("contactMethod") switch
            {
                "PHONE" => PasswordlessContactMethod.Phone,
                "EMAIL_OR_PHONE" => PasswordlessContactMethod.EmailOrPhone,
                _ => PasswordlessContactMethod.Email,
            };
            options.FlowType = config.Text("flowType") switch
            {
                "USER_INPUT_CODE" => PasswordlessFlowType.UserInputCode,
                "MAGIC_LINK" => PasswordlessFlowType.MagicLink,
                _ => PasswordlessFlowType.UserInputCodeAndMagicLink,
            };
        });
        if (config.Part("override").Text("apis") is not null)
        {
            builder.Override<IPasswordlessApi, Api>();
        }

        builder.Override<IPasswordlessApi>((inner, services) =>
            LoggedCalls<IPasswordlessApi>.Create(inner, services.GetRequiredService<OverrideLog>(), "Passwordless.override.apis"));
        builder.Override<IPasswordlessRecipe>((inner, services) =>
            LoggedCalls<IPasswordlessRecipe>.Create(inner, services.GetRequiredService<OverrideLog>(), "Passwordless.override.functions"));
    }

    internal sealed class Api(IPasswordlessApi inner) : DelegatingPasswordlessApi(inner)
    {
        public override async Task<ConsumeCodeApiResult> ConsumeCodeAsync(
            PasswordlessConsumeCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
        {
            await context.HttpContext.CopyFromBodyAsync("DO_LINK");
            return await base.ConsumeCodeAsync(input, context, cancellationToken);
        }
    }
}
