using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

internal static class EmailVerificationSetup
{
    public static void Add(SuperTokensBuilder builder, JsonObject config)
    {
        builder.AddEmailVerification(options =>
        {
            options.Mode = config.Text("mode") == "OPTIONAL" ? EmailVerificationMode.Optional : EmailVerificationMode.Required;
            if (config.Text("getEmailForRecipeUserId") is { } source)
            {
                options.GetEmailForRecipeUserId = (id, _) => ValueTask.FromResult(Find(source, id));
            }
        });
        if (config.Part("override").Text("functions") is not null)
        {
            builder.Override<IEmailVerificationRecipe>((inner, services) => new Recipe(inner, services.GetRequiredService<OverrideParams>()));
        }

        builder.Override<IEmailVerificationRecipe>((inner, services) =>
            LoggedCalls<IEmailVerificationRecipe>.Create(inner, services.GetRequiredService<OverrideLog>(), "EmailVerification.override.functions"));
        builder.Override<IEmailVerificationApi>((inner, services) =>
            LoggedCalls<IEmailVerificationApi>.Create(inner, services.GetRequiredService<OverrideLog>(), "EmailVerification.override.apis"));
    }

    private static RecipeUserEmailResult Find(string source, RecipeUserId id)
        => source.Contains("random@example.com", StringComparison.Ordinal) ? new RecipeUserEmailResult.Ok("random@example.com")
            : id.Value == "random" ? new RecipeUserEmailResult.Ok("test@example.com")
            : new RecipeUserEmailResult.UnknownUserId();

    private sealed class Recipe(IEmailVerificationRecipe inner, OverrideParams values) : DelegatingEmailVerificationRecipe(inner)
    {
        public override Task<bool> IsEmailVerifiedAsync(RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
        {
            values.Set("email", email);
            return base.IsEmailVerifiedAsync(recipeUserId, email, cancellationToken);
        }
    }
}
