namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>A form field with the check that applies to it.</summary>
internal sealed record FormFieldRule(string Id, bool Optional, Func<FormFieldValue, string, CancellationToken, ValueTask<string?>>? Validate);
