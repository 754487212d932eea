using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Saml;
using SuperTokens.Backend.Recipes.ThirdParty;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/saml.md</c>.</summary>
internal static class SamlSnippets
{
    public static void Services(SuperTokensBuilder superTokens)
    {
        superTokens.AddSaml().AddThirdParty(thirdParty =>
        {
            thirdParty.Providers["saml-acme"] = new ThirdPartyProviderOptions { Name = "Acme", ClientId = "st_saml_acme" };
        });
    }

    public static async Task ConnectAsync(ISamlRecipe saml, string metadata)
    {
        var result = await saml.CreateOrUpdateClientAsync("customer-1", new SamlClientInput
        {
            ClientId = "st_saml_acme",
            RedirectUris = ["https://www.example.com/auth/callback/saml-acme"],
            DefaultRedirectUri = "https://www.example.com/auth/callback/saml-acme",
            MetadataXml = metadata,   // what the customer's administrator downloads: the XML, or Base64 of it
        });
        if (result is CreateOrUpdateSamlClientResult.DuplicateIdpEntity)
        {
            throw new InvalidOperationException("The tenant has a client for this identity provider already.");
        }
    }

    public interface IAudit
    {
        Task WriteAsync(string line, CancellationToken cancellationToken);
    }

    sealed class WatchedSaml(ISamlApi original, IAudit audit) : DelegatingSamlApi(original)
    {
        public override async Task<SamlCallbackApiResult> CallbackAsync(
            string samlResponse, string? relayState, ApiContext context, CancellationToken cancellationToken = default)
        {
            var result = await base.CallbackAsync(samlResponse, relayState, context, cancellationToken);
            if (result is not SamlCallbackApiResult.Redirect)
            {
                await audit.WriteAsync($"SAML in {context.TenantId}: {result.GetType().Name}", cancellationToken);
            }

            return result;
        }
    }
}
