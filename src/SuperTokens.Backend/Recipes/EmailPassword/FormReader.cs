using System.Collections.Immutable;
using System.Text.Json;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Reads and checks the <c>formFields</c> of a request body, in the order and with the texts of the protocol.</summary>
internal static class FormReader
{
    /// <summary>Reads a form.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="rules">The form's fields.</param>
    /// <param name="tenantId">The tenant, for the fields' checks.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>The fields sent, and what is wrong with their values.</returns>
    /// <exception cref="BadInputException">The form itself is malformed.</exception>
    public static async Task<SubmittedForm> ReadAsync(
        JsonElement body, ImmutableArray<FormFieldRule> rules, string tenantId, CancellationToken cancellationToken)
    {
        var fields = ReadFields(body);
        if (fields.Length > rules.Length)
        {
            throw new BadInputException("Are you sending too many formFields?");
        }

        // Stricter than the reference SDK, which takes the first: two values for one field have no meaning.
        if (fields.DistinctBy(field => field.Id, StringComparer.Ordinal).Count() < fields.Length)
        {
            throw new BadInputException("formFields has the same id more than once");
        }

        return new SubmittedForm(fields, await CheckAsync(rules, fields, tenantId, cancellationToken));
    }

    /// <summary>Checks the fields of a form.</summary>
    /// <param name="rules">The form's fields.</param>
    /// <param name="fields">What was sent.</param>
    /// <param name="tenantId">The tenant, for the fields' checks.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>What is wrong, in the order of the rules.</returns>
    public static async Task<ImmutableArray<FormFieldError>> CheckAsync(
        ImmutableArray<FormFieldRule> rules, IReadOnlyCollection<FormFieldValue> fields, string tenantId, CancellationToken cancellationToken)
    {
        var errors = ImmutableArray.CreateBuilder<FormFieldError>();
        foreach (var rule in rules)
        {
            if (await CheckAsync(rule, fields.FirstOrDefault(field => field.Id == rule.Id), tenantId, cancellationToken) is { } error)
            {
                errors.Add(new FormFieldError(rule.Id, error));
            }
        }

        return errors.ToImmutable();
    }

    private static async ValueTask<string?> CheckAsync(FormFieldRule rule, FormFieldValue? field, string tenantId, CancellationToken cancellationToken)
    {
        var isFilled = field is not null && field.Value.ValueKind != JsonValueKind.Null && field.Text is not "";
        return isFilled
            ? rule.Validate is null ? null : await rule.Validate(field!, tenantId, cancellationToken)
            : rule.Optional ? null : "Field is not optional";
    }

    private static ImmutableArray<FormFieldValue> ReadFields(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("formFields", out var formFields))
        {
            throw new BadInputException("Missing input param: formFields");
        }

        if (formFields.ValueKind != JsonValueKind.Array)
        {
            throw new BadInputException("formFields must be an array");
        }

        return [.. formFields.EnumerateArray().Select(ReadField)];
    }

    private static FormFieldValue ReadField(JsonElement field)
    {
        // A nested array is an object to the reference SDK, one without an id.
        if (field.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            throw new BadInputException("All elements of formFields must be an object");
        }

        if (field.ValueKind == JsonValueKind.Array
            || !field.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String || !field.TryGetProperty("value", out var value))
        {
            throw new BadInputException("All elements of formFields must contain an 'id' and 'value' field");
        }

        var name = id.GetString()!;
        if (name is FormField.EmailId or FormField.PasswordId && value.ValueKind != JsonValueKind.String)
        {
            throw new BadInputException($"{name} value must be a string");
        }

        // Addresses are kept without the blanks that people paste around them.
        return name == FormField.EmailId ? FormFieldValue.Of(name, value.GetString()!.Trim()) : new FormFieldValue(name, value.Clone());
    }
}
