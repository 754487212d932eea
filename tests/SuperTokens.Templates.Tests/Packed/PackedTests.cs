namespace SuperTokens.Templates.Tests.Packed;

/// <summary>The tests that use the packed templates, one after the other.</summary>
[CollectionDefinition(PackedTemplates.Collection)]
public sealed class PackedTests : ICollectionFixture<PackedTemplates>;
