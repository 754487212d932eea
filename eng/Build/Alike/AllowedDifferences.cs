namespace SuperTokens.Build.Alike;

/// <summary>What the templates have differently from <see cref="AlikeFiles.Source"/>, and why. All else is alike.</summary>
public static class AllowedDifferences
{
    private const string MinimalApi = "minimalapi";
    private const string Mvc = "mvc";
    private const string Functions = "functions";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<AllowedDifference> All =
    [
        new(".template.config/*.json#name", "It is what the template makes.", MinimalApi, Mvc, Functions),
        new(".template.config/*.json#description", "It is what the template makes.", MinimalApi, Mvc, Functions),
        new(".template.config/*.json#classifications", "It is what the template makes.", Mvc, Functions),
        new(".template.config/*.json#defaultName", "It is what the template makes; the two APIs share theirs.", Mvc, Functions),
        new(".template.config/template.json#identity", "No two templates may share it.", MinimalApi, Mvc, Functions),
        new(".template.config/template.json#groupIdentity", "No two templates may share it.", MinimalApi, Mvc, Functions),
        new(".template.config/template.json#shortName", "No two templates may share it.", MinimalApi, Mvc, Functions),
        new(".template.config/template.json#guids", "Each template has its own.", MinimalApi, Mvc, Functions),
        new(".template.config/ide.host.json#order", "Each has its place in the list.", MinimalApi, Mvc, Functions),
        new(".template.config/template.json#postActions", "What to type next depends on what is run.", Mvc, Functions),
        new(".template.config/localize/*.json#postActions/next", "What to type next depends on what is run.", Mvc, Functions),
        new(".template.config/*.json#symbols/apiDomain", "It is a site that is reached there.", Mvc),
        new(".template.config/*.json#symbols/websiteDomain", "Its pages and its API are one site.", Mvc),
        new(".template.config/*.json#symbols/websiteBasePath", "The pages are its own.", Mvc),
        new(".template.config/icon.png", "People tell the templates apart by it.", MinimalApi, Mvc, Functions),
        new(".template.config/template.json#sources", "Its pages are files, chosen by recipe.", Mvc),
        new(".template.config/template.json#symbols/HasPublicDomain", "Its pages and its API are one site.", Mvc),
        new(".template.config/template.json#symbols/*ebsite*", "Its pages and its API are one site.", Mvc),
        new(".template.config/template.json#symbols/--websiteDomain *", "Its pages and its API are one site.", Mvc),
        new(".template.config/template.json#forms/mustBeSame", "Its pages and its API are one site.", Mvc),
        new(".template.config/template.json#forms/refuseOther", "Its pages and its API are one site.", Mvc),
        new("tests/*/WebsiteTests.cs", "Pages and API are one site, so that there is no other that may call.", Mvc),
        new("tests/*/AccountLinkingTests.cs", "What the recipe shows is a page.", Mvc),
        new("tests/*/EmailVerificationTests.cs", "What the recipe protects is a page.", Mvc),
        new("tests/*/MultitenancyTests.cs", "What the recipe shows is a page.", Mvc),
        new("tests/*/UserMetadataTests.cs", "What the recipe shows is a page.", Mvc),
        new("tests/*/UserRolesTests.cs", "What the recipe protects is a page.", Mvc),
        new(".template.config/template.json#sources", "A recipe's endpoints are in a file of another name.", MinimalApi),
        new(".template.config/template.json#forms/map*", "Without controllers, Program.cs calls what maps the endpoints.", MinimalApi),
        new(".template.config/template.json#forms/types*", "Without reflection, the types of JSON are listed.", MinimalApi),
        new(".template.config/template.json#symbols/mapEndpoints", "Without controllers, Program.cs calls what maps the endpoints.", MinimalApi),
        new(".template.config/template.json#symbols/typesOfJson", "Without reflection, the types of JSON are listed.", MinimalApi),
        new("README.md#head", "It says what the app is.", MinimalApi, Mvc),
        new("README.md#Verified addresses", "It names the file that asks for one.", MinimalApi, Mvc),
        new("README.md#Roles and permissions", "It names the file that asks for them.", MinimalApi),
        new("README.md#What you know about a user", "It names the file that shows it.", MinimalApi, Mvc),
        new("README.md#Tenants", "It names the file that lists them.", MinimalApi, Mvc),
        new("README.md#Linked accounts", "It names the file that lists them.", MinimalApi, Mvc),
        new("README.md#Add to it", "Endpoints are functions; a site is changed rather than added to.", MinimalApi, Mvc),
        new("README.md#When it does not work", "Other things go wrong with code that is published ahead of time, and with pages.", MinimalApi, Mvc),
        new("README.md#Publish ahead of time", "Controllers need reflection.", MinimalApi),
        new("README.md#Try it", "One tries pages in a browser.", Mvc),
        new("README.md#Social sign-in", "People come back to a page of the app.", Mvc),
        new("README.md#Before production", "Pages and API have one domain.", Mvc),
        new("README.md#Change it", "The pages are there to be changed.", Mvc),
        new("README.md#How sessions stay fresh", "Pages refresh them by a script of the app's own.", Mvc),
        new("src/*/Controllers/*", "The code is what the template is for.", MinimalApi, Mvc),
        new("src/*/Program.cs", "The code is what the template is for.", MinimalApi, Mvc),
        new("src/*.csproj", "Each template has its own guid; and what is published ahead of time says so.", MinimalApi, Mvc),
        new("src/*/launchSettings.json", "A site opens the browser, and its website is itself.", Mvc),
        new("src/*.http", "One tries pages in a browser, and a few calls of the API.", Mvc),
        new("README.md", "It explains its own code.", Functions),
        new("src/*", "The code is what the template is for.", Functions),
    ];
}
