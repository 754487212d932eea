using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests.Pairs;

/// <summary>What must be so of each generated app, whatever was chosen.</summary>
internal static partial class Soundness
{
    /// <summary>What in a path says that the file is a recipe's.</summary>
    private static readonly Dictionary<string, Regex> s_files = new()
    {
        ["emailpassword"] = new(@"EmailPassword|(^|/)Password(?!less)|/password\.js"),
        ["passwordless"] = new("Passwordless|/Code(Controller|/|Form|Attempt)|ContactForm|/link.js"),
        ["thirdparty"] = new("ThirdParty|FakeProvider|External"),
        ["emailverification"] = new("EmailVerification|Verified|/Email(Controller|/)"),
        ["accountlinking"] = new("AccountLinking|AccountEndpoints|AccountFunction"),
        ["userroles"] = new("Members|UserRoles"),
        ["usermetadata"] = new("UserMetadata|Profile|DisplayName"),
        ["multitenancy"] = new("Multitenancy|Tenants"),
    };

    internal static void Check(string template, string name, RecipeSet recipes, GeneratedApp app)
    {
        var tokens = Tokens(template);
        foreach (var (path, content) in app.Files.Where(file => !file.Key.StartsWith(".supertokens/", StringComparison.Ordinal)))
        {
            var text = System.Text.Encoding.UTF8.GetString(content);
            try
            {
                IsTidy(text, content);
                HasNothingLeftOver(text, tokens);
                IsWellFormed(path, text);
                HasTheNamespace(path, text, name);
            }
            catch (Exception failure) when (failure is Xunit.Sdk.XunitException or JsonException or System.Xml.XmlException)
            {
                Assert.Fail($"{path}: {failure.Message}");
            }
        }

        var program = app.Text(Assert.Single(app.Files.Keys, path => path.EndsWith("Program.cs", StringComparison.Ordinal)));
        var signIn = app.Files.Keys.Select(app.Text).First(text => text.Contains(".AddSuperTokens(builder", StringComparison.Ordinal));
        Assert.Equal(recipes.Added, RecipeCallPattern().Matches(signIn).Select(call => call.Groups[1].Value.ToLowerInvariant()));
        Assert.InRange(program.Split('\n').Length, 10, 65);
        Assert.DoesNotContain(app.Files.Keys, path => path.Contains("SuperTokensApp", StringComparison.Ordinal) || path.Contains(".template.config", StringComparison.Ordinal));
        Assert.All(s_files.Where(files => !recipes.Added.Contains(files.Key)), files => Assert.DoesNotContain(app.Files.Keys, files.Value.IsMatch));
    }

    private static void IsTidy(string text, byte[] content)
    {
        Assert.False(content.AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble), "starts with a byte order mark");
        Assert.DoesNotContain('\r', text);
        Assert.False(text.StartsWith('\n'), "begins with a blank line");
        Assert.True(text.EndsWith('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal), "should end with one line break");
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
        Assert.False(TrailingPattern().IsMatch(text), $"has blanks after '{TrailingPattern().Match(text).Groups[1].Value}'");
    }

    private static void HasNothingLeftOver(string text, IEnumerable<string> tokens)
    {
        Assert.All(tokens, token => Assert.DoesNotContain(token, text, StringComparison.Ordinal));
        Assert.False(ConditionPattern().IsMatch(text), $"has the condition {ConditionPattern().Match(text).Value}");
    }

    private static void IsWellFormed(string path, string text)
    {
        switch (Path.GetExtension(path))
        {
            case ".json":
                using (JsonDocument.Parse(text))
                {
                }

                break;
            case ".csproj" or ".slnx" or ".props" or ".targets" or ".resx" or ".svg":
                XDocument.Parse(text);
                break;
            case ".yaml" or ".yml":
                Assert.All(text.Split('\n').Where(line => line.Length > 0), line => Assert.Matches("^(  )*(#.*|- .+|[^ :]+:( .+)?)$", line));
                break;
            case ".http":
                Assert.All(text.Split("\n### ").Skip(1), request => Assert.Matches(@"\n(GET|POST|PUT|DELETE) \{\{host\}\}/\S*\n", request));
                break;
            case ".cs" or ".cshtml" or ".js" or ".css":
                Assert.Equal(text.Count(c => c == '{'), text.Count(c => c == '}'));
                break;
            case ".md":
                Assert.Equal(0, text.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)) % 2);
                break;
        }
    }

    private static void HasTheNamespace(string path, string text, string name)
    {
        // What extends the host's builder stands in the host's namespace, where Program.cs finds it.
        if (path.EndsWith(".cs", StringComparison.Ordinal) && !path.EndsWith("Program.cs", StringComparison.Ordinal) && !path.EndsWith("Telemetry.cs", StringComparison.Ordinal))
        {
            // The engine's own rule: what no namespace may hold becomes '_', and so does a digit's place at the start.
            var expected = NotInNamesPattern().Replace(char.IsDigit(name[0]) ? "_" + name : name, "_");
            Assert.Matches($@"(^|\n)namespace {Regex.Escape(expected)}(\.\w+)*;\n", text);
        }
    }

    /// <summary>What the template replaces, and what is another template's.</summary>
    private static IEnumerable<string> Tokens(string template)
    {
        using var definition = JsonDocument.Parse(File.ReadAllText(Path.Combine(TemplateNames.Folder(template), ".template.config", "template.json")));
        var root = definition.RootElement;
        return
        [
            .. root.GetProperty("symbols").EnumerateObject()
                .Select(symbol => symbol.Value.TryGetProperty("replaces", out var token) ? token.GetString()!.Trim('"') : string.Empty)
                .Where(token => TokenPattern().IsMatch(token)),
            .. root.GetProperty("guids").EnumerateArray().Select(guid => guid.GetString()!),
            "SuperTokensApp.1",
            "SuperTokensApp._1",
            .. TemplateNames.All.Where(other => other != template).Select(TemplateNames.ShortName),
        ];
    }

    [GeneratedRegex(@"([^\n]*\S)?[ \t]+(?=\n)")]
    private static partial Regex TrailingPattern();

    [GeneratedRegex(@"#(if|else|elseif|elif|endif)\b[^\n]*")]
    private static partial Regex ConditionPattern();

    [GeneratedRegex("^[A-Z]+(_[A-Z]+)+$")]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"\.Add(EmailPassword|Passwordless|ThirdParty|EmailVerification|AccountLinking|UserRoles|UserMetadata|Multitenancy)\(")]
    private static partial Regex RecipeCallPattern();

    [GeneratedRegex(@"[^\w.]")]
    private static partial Regex NotInNamesPattern();
}
