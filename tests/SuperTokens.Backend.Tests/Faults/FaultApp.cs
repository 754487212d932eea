using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.EmbeddedCore;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Faults;

/// <summary>An application, and the hosts of its core on loopback sockets. Both clocks stand still until a test moves them.</summary>
internal sealed class FaultApp : IAsyncDisposable
{
    public const string Email = "ann@example.com";

    private readonly TestApp _core;

    private FaultApp(TestApp app, TestApp core, FaultyHost[] hosts)
    {
        App = app;
        _core = core;
        Hosts = hosts;
    }

    public TestApp App { get; }

    public FaultyHost[] Hosts { get; }

    public FaultyHost Host => Hosts[0];

    public static async Task<FaultApp> StartAsync(
        int hosts = 1, Action<SuperTokensOptions>? configure = null, Action<Recipes.Session.SessionOptions>? session = null, Action<EmbeddedCoreOptions>? core = null)
    {
        var coreApp = await TestApp.StartAsync(builder => builder.UseTestCore(core), map: web => web.MapSuperTokensCore());
        var started = new FaultyHost[hosts];
        for (var i = 0; i < hosts; i++)
        {
            started[i] = await FaultyHost.StartAsync(coreApp.Server.CreateHandler());
        }

        var app = await TestApp.StartAsync(
            builder => builder.AddEmailPassword().AddSession(session),
            options =>
            {
                options.ConnectionUri = string.Join(';', started.Select(host => host.Address));
                configure?.Invoke(options);
            },
            web =>
            {
                web.MapGet("/me", (SessionContainer session) => session.UserId).RequireSession();
                web.MapGet("/check-db", (SessionContainer session) => session.UserId).RequireSession(new VerifySessionOptions { CheckDatabase = true });
            });
        return new FaultApp(app, coreApp, started);
    }

    public Frontend CreateFrontend() => new(App.Server.CreateClient(), "header");

    /// <summary>A frontend that has signed up and whose access token has been verified.</summary>
    /// <param name="email">The address.</param>
    /// <returns>The frontend.</returns>
    public async Task<Frontend> SignUpAsync(string email = Email)
    {
        var frontend = CreateFrontend();
        (await frontend.PostAsync("/auth/signup", EmailPasswordApp.Form(email))).AssertOk();
        Assert.NotNull(frontend.RefreshToken);
        (await frontend.GetAsync("/me")).AssertOk();
        return frontend;
    }

    public Task<HttpResponseMessage> SignInAsync(string password = EmailPasswordApp.Password)
        => CreateFrontend().PostAsync("/auth/signin", EmailPasswordApp.Form(Email, password));

    /// <summary>Moves both clocks.</summary>
    /// <param name="time">By how much.</param>
    public void Advance(TimeSpan time)
    {
        App.Time.Advance(time);
        _core.Time.Advance(time);
    }

    /// <summary>Moves the application's clock on for as long as an answer is waited for, past time limits and back-offs.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The answer.</returns>
    public async Task<HttpResponseMessage> PatientlyAsync(Task<HttpResponseMessage> answer)
    {
        while (await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(5))) != answer)
        {
            App.Time.Advance(TimeSpan.FromSeconds(1));
        }

        return await answer;
    }

    public static async Task AssertServerErrorAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.InternalServerError, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(500, (int)JsonNode.Parse(text)!["status"]!);
        Assert.DoesNotContain("core", text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(response.SetCookies());
        Assert.DoesNotContain(response.Headers, header => header.Key.ToLowerInvariant() is "st-access-token" or "st-refresh-token" or "front-token" or "anti-csrf");
        response.Dispose();
    }

    public static async Task AssertStatusAsync(string status, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(status, (string?)(await response.JsonAsync())["status"]);
        response.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts)
        {
            await host.DisposeAsync();
        }

        await App.DisposeAsync();
        await _core.DisposeAsync();
    }
}
