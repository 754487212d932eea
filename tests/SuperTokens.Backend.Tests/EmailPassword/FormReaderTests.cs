using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class FormReaderTests
{
    [Theory]
    [MemberData(nameof(Emails))]
    public async Task Address_is_checked_as_the_other_SDKs_do(string? input, string? error)
        => Assert.Equal(error, await ErrorOfAsync("email", input, Rules().PasswordResetToken));

    [Theory]
    [MemberData(nameof(Passwords))]
    public async Task Password_is_checked_as_the_other_SDKs_do(string? input, string? error)
        => Assert.Equal(error, await ErrorOfAsync("password", input, Rules().PasswordReset));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_is_checked_as_the_other_SDKs_do(string body, int status, string error)
    {
        foreach (var rules in (ImmutableArray<FormFieldRule>[])[Rules().SignUp, Rules().SignIn])
        {
            if (status == 400)
            {
                Assert.Equal(error, (await Assert.ThrowsAsync<BadInputException>(() => ReadAsync(body, rules))).Message);
            }
            else
            {
                var form = await ReadAsync(body, rules);
                Assert.NotEmpty(form.Errors);
                Assert.All(form.Errors, found => Assert.Equal(error, found.Error));
            }
        }
    }

    [Theory]
    [InlineData("""{"formFields":[[]]}""", "All elements of formFields must contain an 'id' and 'value' field")]
    [InlineData("""{"formFields":{"id":"email","value":"a@example.com"}}""", "formFields must be an array")]
    [InlineData("""{"formFields":[{"id":"password","value":"a"},{"id":"password","value":"b"}]}""", "formFields has the same id more than once")]
    [InlineData("""{"formFields":[{"id":"email","value":null}]}""", "email value must be a string")]
    [InlineData("""{"formFields":[{"id":"password","value":["a"]}]}""", "password value must be a string")]
    public async Task Malformed_form_is_refused(string body, string message)
        => Assert.Equal(message, (await Assert.ThrowsAsync<BadInputException>(() => ReadAsync(body, Rules().SignUp))).Message);

    [Fact]
    public async Task Blanks_around_an_address_are_dropped_and_those_of_a_password_are_kept()
    {
        var form = await ReadAsync("""{"formFields":[{"id":"email","value":" \t ann@example.com\n"},{"id":"password","value":"  d3    "}]}""", Rules().SignUp);
        Assert.Empty(form.Errors);
        Assert.Equal("ann@example.com", form.TextOf("email"));
        Assert.Equal("  d3    ", form.TextOf("password"));
    }

    [Fact]
    public async Task Own_check_gets_any_JSON_value_and_the_tenant()
    {
        var rules = Rules(new FormField
        {
            Id = "age",
            Validate = (field, tenantId, _) => ValueTask.FromResult<string?>($"{field.Value.ValueKind} {field.Text ?? "no text"} {tenantId}"),
        });
        var form = await ReadAsync("""{"formFields":[{"id":"email","value":"ann@example.com"},{"id":"password","value":"Str0ngPassw0rd"},{"id":"age","value":33}]}""", rules.SignUp);
        Assert.Equal("Number no text t1", Assert.Single(form.Errors).Error);
    }

    [Fact]
    public async Task Optional_field_is_only_checked_when_it_is_filled()
    {
        var rules = Rules(new FormField { Id = "age", Optional = true, Validate = (_, _, _) => ValueTask.FromResult<string?>("never") });
        foreach (var age in (string[])["", """,{"id":"age","value":""}""", """,{"id":"age","value":null}"""])
        {
            var form = await ReadAsync($$"""{"formFields":[{"id":"email","value":"ann@example.com"},{"id":"password","value":"Str0ngPassw0rd"}{{age}}]}""", rules.SignUp);
            Assert.Empty(form.Errors);
        }
    }

    [Fact]
    public async Task Own_password_rule_is_for_new_passwords_and_own_address_rule_for_every_form()
    {
        var rules = Rules(
            new FormField { Id = "password", Validate = (_, _, _) => ValueTask.FromResult<string?>("too common") },
            new FormField { Id = "email", Validate = (_, _, _) => ValueTask.FromResult<string?>("not ours") });
        const string Form = """{"formFields":[{"id":"email","value":"ann@example.com"},{"id":"password","value":"Str0ngPassw0rd"}]}""";

        Assert.Equal(["too common", "not ours"], (await ReadAsync(Form, rules.SignUp)).Errors.Select(error => error.Error));
        Assert.Equal(["not ours"], (await ReadAsync(Form, rules.SignIn)).Errors.Select(error => error.Error));
        Assert.Equal(["password"], rules.PasswordReset.Select(rule => rule.Id));
        Assert.Equal("too common", await rules.CheckPasswordAsync("Str0ngPassw0rd", "public", CancellationToken.None));
    }

    public static TheoryData<string?, string?> Emails() => Load("email-validator.json");

    public static TheoryData<string?, string?> Passwords() => Load("password-validator.json");

    public static TheoryData<string, int, string> Forms()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var item in Vectors.Cases("form-fields.json"))
        {
            data.Add(item["body"]!.ToJsonString(), (int)item["status"]!, (string)item["error"]!);
        }

        return data;
    }

    private static TheoryData<string?, string?> Load(string file)
    {
        var data = new TheoryData<string?, string?>();
        foreach (var item in Vectors.Cases(file))
        {
            data.Add((string?)item["input"], (string?)item["error"]);
        }

        return data;
    }

    // In the vectors, no input means that the field is not sent.
    private static async Task<string?> ErrorOfAsync(string id, string? value, ImmutableArray<FormFieldRule> rules)
    {
        // An empty field never reaches its check: the vector's answer for it is the check's own.
        if (value is "")
        {
            return EmailSyntax.Check(value);
        }

        var fields = value is null ? new JsonArray() : [new JsonObject { ["id"] = id, ["value"] = value }];
        var form = await ReadAsync(new JsonObject { ["formFields"] = fields }.ToJsonString(), rules);
        return form.Errors.SingleOrDefault()?.Error;
    }

    private static Task<SubmittedForm> ReadAsync(string body, ImmutableArray<FormFieldRule> rules)
        => FormReader.ReadAsync(JsonElement.Parse(body), rules, "t1", CancellationToken.None);

    private static FormRules Rules(params FormField[] fields)
    {
        var options = new EmailPasswordOptions();
        foreach (var field in fields)
        {
            options.FormFields.Add(field);
        }

        return new FormRules(Options.Create(options));
    }
}
