using Microsoft.TemplateEngine.Edge.Template;

namespace SuperTokens.Templates.Tests.Pairs;

/// <summary>What is generated for each pair of option values, in each template, holds together.</summary>
public sealed class PairTests(PairEngines engines) : IClassFixture<PairEngines>
{
    /// <summary>Each column's values: options that only make sense together are one value, and each recipe is a column.</summary>
    private static readonly string[][] s_columns =
    [
        ["", "core=docker", "core=docker connectionUri=http://localhost:4567", "core=self-hosted", "core=self-hosted connectionUri=https://a.example.com;https://b.example.com/base appId=shop", "core=managed connectionUri=https://try.example.com"],
        ["", "apiDomain=http://localhost:3001", "apiDomain=https://api.example.com/"],
        ["", "apiBasePath=/", "apiBasePath=/api/auth/"],
        ["", "websiteBasePath=/", "websiteBasePath=/login"],
        ["host=dotnetcli", "host=vs", "host=rider"],
        ["name=Acme.Api", "name=1st Shop-2"],
        ["", "appName=Ben & \"Co\""],
        ["", "websiteDomain=https://example.com"],
        ["", "includeTests=true"],
        ["", "openTelemetry=true"],
        ["", "NoHttps=true"],
        ["", "Framework=net10.0"],
        ["", "skipRestore=true"],
        .. RecipeSet.Names.Select(recipe => new[] { "", recipe }),
    ];

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var template in TemplateNames.All)
        {
            // Where pages and API are one site there is no other website.
            string[][] columns = template switch
            {
                TemplateNames.Mvc => [.. s_columns.Where(column => !column[^1].StartsWith("websiteDomain", StringComparison.Ordinal))],
                TemplateNames.MinimalApi => [["", "aot=true"], .. s_columns],
                _ => s_columns,
            };
            foreach (var row in CoveringArray.Build([.. columns.Select(column => column.Length)]))
            {
                var values = row.Select((value, column) => columns[column][value]).Where(value => value.Length > 0).ToList();
                var recipes = values.Intersect(RecipeSet.Names).ToList();
                rows.Add(template, string.Join(' ', values.Except(recipes).Concat(recipes.Count == 0 ? [] : [$"recipes={string.Join('|', recipes)}"])));
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_pair_of_option_values_gives_a_sound_app(string template, string values)
    {
        var all = GenerationTests.Parse(values);
        var chosen = all.ToDictionary(option => option.Option, option => option.Value);
        var app = await engines.For(chosen["host"]).GenerateAsync(template, chosen["name"], [.. all.Where(option => option.Option is not ("host" or "name"))]);

        Assert.True(app.Status == CreationResultStatus.Success, app.Error);
        Soundness.Check(template, chosen["name"], new RecipeSet([.. chosen.GetValueOrDefault("recipes", "emailpassword").Split('|')]), app);
        var tests = chosen.ContainsKey("includeTests");
        var docker = chosen.GetValueOrDefault("core") == "docker";
        Assert.Equal(docker, app.Files.ContainsKey("compose.yaml"));
        Assert.Equal(docker, app.Files.ContainsKey(".env"));
        Assert.Equal(tests && chosen["host"] == "dotnetcli", app.Files.ContainsKey($"{chosen["name"]}.slnx"));
        Assert.Equal(tests, app.Files.ContainsKey($"tests/{chosen["name"]}.Tests/{chosen["name"]}.Tests.csproj"));
        Assert.All(app.PrimaryOutputs, output => Assert.Contains(output, app.Files.Keys));
    }
}
