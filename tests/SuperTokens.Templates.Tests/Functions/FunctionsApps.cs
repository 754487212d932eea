using System.Xml.Linq;
using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Build;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests.Functions;

/// <summary>Generated Functions apps with some functions more, built with the stand-in for the worker and with the libraries beside these tests.</summary>
public sealed class FunctionsApps : IAsyncLifetime
{
    /// <summary>An app as it is generated, but for what tests add. A type is not found by an assembly's name that has brackets, unless it is looked for with care.</summary>
    internal const string Guarded = "Guarded [1]";

    /// <summary>An app whose middleware was registered too early to see the request.</summary>
    internal const string Disordered = "Disordered";

    /// <summary>The guarded app once more, with a policy of its own that closes what has no attribute.</summary>
    internal const string Closed = "Closed";

    private const string Request = "builder.ConfigureFunctionsWebApplication();";
    private const string Middleware = "builder.UseMiddleware<SuperTokensMiddleware>();";

    private const string Break = """builder.UseMiddleware((context, next) => context.GetHttpContext()!.Request.Headers.ContainsKey("x-break") ? throw new InvalidOperationException("a secret") : next());""";

    private const string Usings = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Close = """
        if (Environment.GetEnvironmentVariable("CLOSED") is not null)
        {
            builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        }
        """;

    private const string MoreFunctions = """
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Azure.Functions.Worker;
        using SuperTokens.Backend.Hosting.Authentication;

        public class MoreFunctions
        {
            [Function("Twice")]
            public IResult Twice([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "twice")] HttpRequest request) => Results.Text("it ran");

            [RequireSession]
            public static string Twice(string text) => text;

            [Function("Filtered")]
            [ServiceFilter(typeof(MoreFunctions))]
            public IResult Filtered([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "filtered")] HttpRequest request) => Results.Text("it ran");

            [Function("Reads")]
            public async Task<IResult> Reads([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reads")] HttpRequest request)
            {
                await request.Body.CopyToAsync(Stream.Null);
                return Results.Text("it ran");
            }

            [Function("Throws")]
            public IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws")] HttpRequest request)
                => throw new InvalidOperationException("a secret");
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("supertokens-functions-").FullName;
    private readonly Dictionary<string, AppProcess> _running = [];

    public async Task InitializeAsync()
    {
        using var engine = new TemplateEngine("dotnetcli");
        await engine.InitializeAsync();
        await WriteTargetsAsync();
        await GenerateAsync(engine, Guarded, program => program.Replace(Middleware, $"{Middleware}\n{Break}\n{Close}", StringComparison.Ordinal));
        await GenerateAsync(engine, Disordered, program => program
            .Replace(Request, string.Empty, StringComparison.Ordinal)
            .Replace(Middleware, $"{Middleware}\n{Request}", StringComparison.Ordinal));
        var solution = new XElement("Solution", new[] { Guarded, Disordered }.Select(name => new XElement("Project", new XAttribute("Path", $"{name}/{name}.csproj"))));
        await File.WriteAllTextAsync(Path.Combine(_folder, "All.slnx"), solution.ToString());
        await Shell.RequireDotnetAsync(_folder, ["build", "All.slnx", "-warnaserror", "-nologo", "-v", "q"], environment: null, CancellationToken.None);
        _running[Guarded] = await StartAsync(Guarded);
        _running[Disordered] = await StartAsync(Disordered);
        _running[Closed] = await StartAsync(Guarded, ("CLOSED", "1"));
    }

    public async Task DisposeAsync()
    {
        foreach (var app in _running.Values)
        {
            await app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    internal AppProcess App(string name) => _running[name];

    private Task<AppProcess> StartAsync(string name, params (string Name, string Value)[] settings)
    {
        var project = new GeneratedProject(Path.Combine(_folder, name, name + ".csproj"));
        var environment = new Dictionary<string, string> { ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" };
        foreach (var (key, value) in settings)
        {
            environment[key] = value;
        }

        return AppProcess.StartAsync(project.Assembly, project.Folder, environment, show: false, CancellationToken.None);
    }

    private async Task GenerateAsync(TemplateEngine engine, string name, Func<string, string> change)
    {
        var folder = Path.Combine(_folder, name);
        var created = await engine.GenerateIntoAsync(folder, TemplateNames.Functions, name, ("recipes", "emailpassword|userroles|usermetadata"), ("skipRestore", "true"));
        Assert.True(created.Status == CreationResultStatus.Success, created.ErrorMessage);
        await File.WriteAllTextAsync(Path.Combine(folder, "MoreFunctions.cs"), MoreFunctions);
        var program = Path.Combine(folder, "Program.cs");
        var before = await File.ReadAllTextAsync(program);
        var after = change(before);
        Assert.NotEqual(before, after);
        await File.WriteAllTextAsync(program, Usings + after);
    }

    /// <summary>Nothing is restored: the libraries are those that these tests were built with.</summary>
    private async Task WriteTargetsAsync()
    {
        await FunctionsStandIn.WriteAsync(_folder);
        var path = Path.Combine(_folder, "Directory.Build.targets");
        var targets = XElement.Load(path);
        var beside = AppContext.BaseDirectory;
        var native = Path.Combine(beside, "runtimes", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, "native", "*");
        targets.Add(
            new XElement("PropertyGroup", new XElement("RestoreAdditionalProjectSources")),
            new XElement(
                "ItemGroup",
                new XElement("PackageReference", new XAttribute("Remove", "SuperTokens.Backend;SuperTokens.EmbeddedCore")),
                new XElement("Reference", new XAttribute("Include", $"{beside}SuperTokens.Backend.dll;{beside}SuperTokens.EmbeddedCore.dll;{beside}SQLitePCLRaw.*.dll")),
                new XElement("None", new XAttribute("Include", native), new XAttribute("CopyToOutputDirectory", "PreserveNewest"), new XAttribute("Visible", "false"))));
        await File.WriteAllTextAsync(path, targets + "\n");
    }
}
