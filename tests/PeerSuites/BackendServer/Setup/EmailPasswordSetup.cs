using System.Text.Json.Nodes;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.PeerSuites.BackendServer.Hosting;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

internal static class EmailPasswordSetup
{
    private static readonly Dictionary<string, string> s_apis = new()
    {
        [nameof(IEmailPasswordApi.SignUpAsync)] = "signUpPOST",
        [nameof(IEmailPasswordApi.SignInAsync)] = "signInPOST",
        [nameof(IEmailPasswordApi.EmailExistsAsync)] = "emailExistsGET",
        [nameof(IEmailPasswordApi.GeneratePasswordResetTokenAsync)] = "generatePasswordResetTokenPOST",
        [nameof(IEmailPasswordApi.ResetPasswordAsync)] = "passwordResetPOST",
    };

    public static void Add(SuperTokensBuilder builder, JsonObject config)
    {
        var fields = config.Part("signUpFeature")["formFields"]?.AsArray().OfType<JsonObject>().ToArray() ?? [];
        builder.AddEmailPassword(options =>
        {
            foreach (var field in fields)
            {
                options.FormFields.Add(new FormField { Id = field.Text("id")!, Optional = field.Flag("optional") == true });
            }
        });
        var apis = config.Part("override").Text("apis");
        if (apis is not null)
        {
            builder.Override<IEmailPasswordApi>((inner, services) => new Api(inner, services.GetRequiredService<OverrideParams>(), apis));
        }

        builder.Override<IEmailPasswordApi>((inner, services) =>
            LoggedCalls<IEmailPasswordApi>.Create(inner, services.GetRequiredService<OverrideLog>(), "EmailPassword.override.apis", s_apis));
        builder.Override<IEmailPasswordRecipe>((inner, services) =>
            LoggedCalls<IEmailPasswordRecipe>.Create(inner, services.GetRequiredService<OverrideLog>(), "EmailPassword.override.functions"));
    }

    private sealed class Api(IEmailPasswordApi inner, OverrideParams values, string source) : DelegatingEmailPasswordApi(inner)
    {
        public override async Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        {
            if (source.Contains("signUpPOST", StringComparison.Ordinal))
            {
                await context.HttpContext.CopyFromBodyAsync("DO_LINK");
            }

            return await base.SignUpAsync(input, context, cancellationToken);
        }

        public override async Task<ResetPasswordApiResult> ResetPasswordAsync(
            string token, string newPassword, ApiContext context, CancellationToken cancellationToken = default)
        {
            if (source.Contains("DO_NOT_LINK", StringComparison.Ordinal))
            {
                context.HttpContext.GetUserContext()["DO_NOT_LINK"] = true;
            }

            var result = await base.ResetPasswordAsync(token, newPassword, context, cancellationToken);
            if (result is ResetPasswordApiResult.Ok ok)
            {
                values.Set("emailPostPasswordReset", ok.Email);
                values.Set("userPostPasswordReset", Wire.Of(ok.User));
            }

            return result;
        }
    }
}
