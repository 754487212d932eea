namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What is wrong with one form field.</summary>
internal sealed record FormFieldError(string Id, string Error);
