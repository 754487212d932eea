using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.TemplateEngine.Authoring.TemplateVerifier;
using SuperTokens.Templates.Tests.Engine;
using Xunit.Sdk;

namespace SuperTokens.Templates.Tests.Authoring;

/// <summary>
/// The template engine's own verifier, which calls <c>dotnet new</c>, over the cases and the snapshots of <see cref="SnapshotTests"/>.
/// Compiled with <c>-p:TemplateAuthoring=true</c>, where a feed serves its package.
/// </summary>
public sealed class VerifiedSnapshotTests
{
    private static readonly Dictionary<string, string> s_optionNames = new(StringComparer.Ordinal) { ["Framework"] = "framework", ["NoHttps"] = "no-https" };

    public static IEnumerable<object[]> Cases()
    {
        var test = typeof(SnapshotTests).GetMethod(nameof(SnapshotTests.What_is_generated_is_the_snapshot))!;
        return test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task What_dotnet_new_generates_is_the_snapshot(string snapshot, string options)
    {
        var verified = Path.Combine(TestPaths.Snapshots, snapshot + ".verified");
        var verification = new TemplateVerifierOptions("supertokens-" + snapshot.Split('.')[0])
        {
            TemplatePath = TestPaths.Templates,
            TemplateSpecificArgs = ["-n", "Acme.Api", "-o", "Acme.Api", .. CommandLine(GenerationTests.Parse(options))],
        }
        .WithEnvironmentVariable("TEMPLATE_ENGINE_ENABLE_DETERMINISTIC_MODE", "true")
        .WithCustomDirectoryVerifier((content, _) => VerifyAsync(verified, Path.Combine(content, "Acme.Api")));
        return new VerificationEngine(NullLogger.Instance).Execute(verification);
    }

    private static IEnumerable<string> CommandLine((string Option, string Value)[] options)
    {
        foreach (var (option, value) in options.Where(given => given.Option != "skipRestore"))
        {
            yield return "--" + s_optionNames.GetValueOrDefault(option, option);
            foreach (var one in value.Split('|'))
            {
                yield return one;
            }
        }

        // Restoring would add obj/ to what is generated.
        yield return "--skipRestore";
    }

    // The verifier's own comparison has another suffix for files, which this repository's build would take for its own.
    private static Task VerifyAsync(string verified, string generated)
    {
        var expected = GeneratedApp.Read(verified)
            .ToDictionary(file => file.Key.Replace(".verified.txt", string.Empty, StringComparison.Ordinal), file => file.Value);
        var actual = GeneratedApp.Read(generated);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(System.Text.Encoding.UTF8.GetString(file.Value), System.Text.Encoding.UTF8.GetString(actual[file.Key])));
        return Task.CompletedTask;
    }
}
