using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>A form as sent, and what is wrong with it.</summary>
internal sealed record SubmittedForm(ImmutableArray<FormFieldValue> Fields, ImmutableArray<FormFieldError> Errors)
{
    /// <summary>The text of a field that every valid form has.</summary>
    /// <param name="id">The field's id.</param>
    /// <returns>The text.</returns>
    public string TextOf(string id) => Fields.First(field => field.Id == id).Text!;
}
