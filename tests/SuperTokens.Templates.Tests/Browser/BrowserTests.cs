namespace SuperTokens.Templates.Tests.Browser;

/// <summary>The tests that use the MVC site in a browser, one after the other.</summary>
[CollectionDefinition(MvcSite.Collection)]
public sealed class BrowserTests : ICollectionFixture<MvcSite>;
