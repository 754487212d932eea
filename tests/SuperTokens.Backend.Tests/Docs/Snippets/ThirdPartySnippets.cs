using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Backend.Recipes.UserMetadata;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/thirdparty.md</c>.</summary>
internal static class ThirdPartySnippets
{
    public static void Add(SuperTokensBuilder superTokens)
    {
        superTokens.AddThirdParty();
    }

    public static void AddOwn(SuperTokensBuilder superTokens, IConfiguration configuration)
    {
        superTokens.AddThirdParty(options =>
        {
            options.Providers["acme"] = new ThirdPartyProviderOptions
            {
                Name = "Acme",
                ClientId = "our-app",
                ClientSecret = configuration["Acme:ClientSecret"],
                Scope = { "openid", "email" },
                OidcDiscoveryEndpoint = "https://id.acme.example/.well-known/openid-configuration",
                ValidateIdTokenPayload = (claims, config, cancellationToken) => new((string?)claims["department"] == "sales"),
            };
        });
    }

    sealed class KeepNames(IThirdPartyApi original, IUserMetadataRecipe metadata) : DelegatingThirdPartyApi(original)
    {
        public override async Task<ThirdPartySignInUpApiResult> SignInUpAsync(
            ThirdPartyAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        {
            var result = await base.SignInUpAsync(input, context, cancellationToken);
            if (result is ThirdPartySignInUpApiResult.Ok { CreatedNewRecipeUser: true } ok
                && ok.RawUserInfoFromProvider.FromUserInfoApi["name"] is { } name)
            {
                await metadata.UpdateUserMetadataAsync(ok.User.Id, new JsonObject { ["name"] = name.DeepClone() }, cancellationToken);
            }

            return result;
        }
    }
}
