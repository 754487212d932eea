using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;

namespace SuperTokens.Fuzz.Targets;

/// <summary>Forms of e-mail and password: fields with what is wrong with them, or 400.</summary>
internal static class SignInFormTarget
{
    private static readonly FormRules s_rules = new(Options.Create(new EmailPasswordOptions()));

    internal static string Run(byte[] body)
    {
        if (!JsonBodyTarget.TryRead(body, out var json))
        {
            return "no JSON";
        }

        try
        {
            var form = FormReader.ReadAsync(json, s_rules.SignUp, "public", CancellationToken.None).GetAwaiter().GetResult();
            FuzzTarget.Require(form.Fields.Length <= s_rules.SignUp.Length, "There are no more fields than the form has.");
            var email = form.Fields.FirstOrDefault(field => field.Id == FormField.EmailId)?.Text;
            FuzzTarget.Require(email is null || email == email.Trim(), "An address has no blanks around it.");
            return string.Join('|', form.Errors.Select(error => $"{error.Id}: {error.Error}"));
        }
        catch (BadInputException refusal)
        {
            return refusal.Message;
        }
    }
}
