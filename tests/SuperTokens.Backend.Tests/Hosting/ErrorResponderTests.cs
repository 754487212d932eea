using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SuperTokens.Backend.Core;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting;

public sealed class ErrorResponderTests
{
    [Theory]
    [InlineData("/auth/fails")]
    [InlineData("/app")]
    public async Task Bad_input_is_a_400_with_its_message(string path)
    {
        var answer = await GetAsync(path, () => new BadInputException("Missing input param: x"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Equal("""{"message":"Missing input param: x"}""", answer.Body);
    }

    [Theory]
    [InlineData("/auth/fails")]
    [InlineData("/app")]
    public async Task A_failing_core_is_a_500_that_says_nothing_about_it_and_is_logged_with_its_cause(string path)
    {
        var answer = await GetAsync(path, () => new CoreException("secret words", new HttpRequestException("secret cause")) { StatusCode = 401 });

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        using var problem = JsonDocument.Parse(answer.Body);
        Assert.Equal(500, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("traceId").GetString()!);
        Assert.Contains(answer.Log, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("secret cause", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_needed_a_failing_core_is_the_applications_to_answer()
    {
        await using var app = await StartAsync(_ => throw new CoreException("secret words"));
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        await Assert.ThrowsAsync<CoreException>(() => client.GetAsync("/app"));
        using var own = await client.GetAsync("/auth/fails");
        Assert.Equal(HttpStatusCode.InternalServerError, own.StatusCode);
    }

    [Theory]
    [InlineData("/app", "text/html", "the page for 400")]
    [InlineData("/app", "application/json", """{"message":"secret words"}""")]
    [InlineData("/auth/fails", "text/html", """{"message":"secret words"}""")]
    public async Task Bad_input_under_a_page_shows_what_the_application_has_for_a_400(string path, string accept, string expected)
    {
        await using var app = await StartAsync(
            _ => throw new BadInputException("secret words"),
            new ErrorPages());
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Bad_input_under_a_page_of_an_application_without_error_pages_is_a_400_with_its_message()
    {
        await using var app = await StartAsync(_ => throw new BadInputException("Missing input param: x"));
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await client.GetAsync("/app");

        Assert.Equal("""{"message":"Missing input param: x"}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(400, 400, """{"message":"The request cannot be read"}""")]
    [InlineData(408, 408, """{"message":"The request took too long to arrive"}""")]
    [InlineData(413, 413, """{"message":"The request body is too large"}""")]
    [InlineData(500, 500, "\"status\":500")]
    public async Task What_the_server_refuses_of_a_SuperTokens_request_keeps_its_status_and_gets_a_message_of_ours(int thrown, int expected, string body)
    {
        var answer = await GetAsync("/auth/fails", () => new BadHttpRequestException("secret words", thrown));

        Assert.Equal(expected, (int)answer.Status);
        Assert.Contains(body, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_refuses_of_the_applications_requests_goes_on_to_the_application()
        => await Assert.ThrowsAsync<BadHttpRequestException>(() => GetAsync("/app", () => new BadHttpRequestException("the application's own", 413)));

    [Fact]
    public async Task A_body_of_the_applications_requests_in_a_charset_that_nobody_knows_is_a_415()
    {
        await using var app = await TestApp.StartAsync(new StubCore(), map: web => web.MapPut("/profile", (Dictionary<string, string> change) => change.Count));
        using var known = await app.CreateClient().PutAsync("/profile", new StringContent("""{"a":"b"}""", new MediaTypeHeaderValue("application/json", "utf-8")));
        using var unknown = await app.CreateClient().PutAsync("/profile", new StringContent("""{"a":"b"}""", new MediaTypeHeaderValue("application/json", "nobody-knows")));

        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, unknown.StatusCode);
        Assert.Equal("""{"message":"The charset of the request is unknown"}""", await unknown.Content.ReadAsStringAsync());
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_other_exception_of_a_SuperTokens_endpoint_is_a_500_and_logged()
    {
        var answer = await GetAsync("/auth/fails", () => new InvalidOperationException("secret words"));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        Assert.Contains(answer.Log, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("secret words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_of_the_application_goes_on_to_the_application()
        => await Assert.ThrowsAsync<InvalidOperationException>(() => GetAsync("/app", () => new InvalidOperationException("the application's own")));

    [Theory]
    [InlineData("/auth/fails")]
    [InlineData("/app")]
    public async Task A_recipe_answers_its_own_exceptions(string path)
    {
        var answer = await GetAsync(path, () => new KeyNotFoundException());
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("the recipe", answer.Body);
    }

    [Fact]
    public async Task What_a_failed_flow_wrote_to_the_response_does_not_reach_the_caller()
    {
        await using var app = await StartAsync(context =>
        {
            context.Response.Cookies.Append("half", "session");
            context.Response.Headers["st-access-token"] = "token";
            throw new InvalidOperationException();
        });
        using var answer = await app.CreateClient().GetAsync("/auth/fails");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("st-access-token"));
    }

    [Theory]
    [InlineData("/auth/fails")]
    [InlineData("/app")]
    public async Task Once_the_response_has_started_the_exception_goes_on(string path)
    {
        await using var app = await StartAsync(async context =>
        {
            await context.Response.WriteAsync("started");
            await context.Response.Body.FlushAsync();
            throw new BadInputException("too late");
        });
        await Assert.ThrowsAnyAsync<Exception>(() => app.CreateClient().GetStringAsync(path));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(nameof(ErrorResponder), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_left_is_no_error()
    {
        using var source = new CancellationTokenSource();
        await using var app = await StartAsync(async context =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.CreateClient().GetAsync("/auth/fails", source.Token));
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error SuperTokens", StringComparison.Ordinal));
    }

    private static async Task<Answer> GetAsync(string path, Func<Exception> exception)
    {
        await using var app = await StartAsync(_ => throw exception());
        using var answer = await app.CreateClient().GetAsync(path);
        return new Answer(answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync(), app.Log.Lines);
    }

    private static Task<TestApp> StartAsync(Func<HttpContext, Task> fail, params IStartupFilter[] before) => TestApp.StartAsync(
        new StubCore(),
        builder => builder.Services
            .Add(before.Select(filter => ServiceDescriptor.Singleton(filter)))
            .AddSingleton<ISuperTokensErrorHandler, RecipeErrors>()
            .AddSingleton<ISuperTokensEndpoints>(new TestEndpoints(
                new SuperTokensEndpoint("x", "GET", "/fails", async (api, _) =>
                {
                    await fail(api.HttpContext);
                    return null;
                }))),
        map: app => app.MapGet("/app", fail));

    private sealed record Answer(HttpStatusCode Status, string? ContentType, string Body, IReadOnlyList<string> Log);

    private sealed class ErrorPages : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseStatusCodePages("text/plain", "the page for {0}");
            next(app);
        };
    }

    private sealed class RecipeErrors : ISuperTokensErrorHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not KeyNotFoundException)
            {
                return false;
            }

            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("the recipe", cancellationToken);
            return true;
        }
    }
}
