namespace SuperTokensApp._1.Infrastructure;

/// <summary>Puts a controller's pages under SuperTokens:AppInfo:WebsiteBasePath, where links in mails lead.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignInPageAttribute : Attribute;
