namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What is wrong with one form field.</summary>
/// <param name="Id">The field's id, such as <c>email</c>.</param>
/// <param name="Error">What is wrong, in words for people: the text of the field's check, which a page may translate.</param>
public sealed record FormFieldError(string Id, string Error);
