using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Diagnostics;

public sealed class ActivityTests
{
    [Fact]
    public async Task Each_call_to_the_core_is_a_client_activity_without_host_query_or_body()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var ended = new ConcurrentQueue<Activity>();
        using var listener = Listen(app.App, ended);
        await app.SignUpAsync("ann@example.com");
        Assert.Contains(ended, activity => activity.DisplayName == "POST /{tenantId}/recipe/signup");
        Assert.All(ended, activity =>
        {
            Assert.Equal(ActivityKind.Client, activity.Kind);
            Assert.Equal("ok", activity.GetTagItem("supertokens.outcome"));
            Assert.Equal(200, activity.GetTagItem("http.response.status_code"));
            Assert.Equal("5.4", activity.DisplayName == "GET /apiversion" ? "5.4" : activity.GetTagItem("supertokens.cdi.version"));
            Assert.DoesNotContain(activity.TagObjects, tag => tag.Value?.ToString()?.Contains("example.com", StringComparison.Ordinal) == true
                || tag.Value?.ToString()?.Contains("core.invalid", StringComparison.Ordinal) == true);
        });
    }

    [Fact]
    public async Task A_call_that_fails_is_an_activity_with_an_error()
    {
        using var core = new StubCore();
        await using var app = await TestApp.StartAsync(core.Answer("GET /user/id", System.Net.HttpStatusCode.BadGateway, "no"));
        var ended = new ConcurrentQueue<Activity>();
        using var listener = Listen(app, ended);
        await Assert.ThrowsAsync<Core.CoreException>(() => app.Services.GetRequiredService<Users.IUserDirectory>().GetUserAsync("ann"));
        var call = Assert.Single(ended, activity => activity.DisplayName == "GET /user/id");
        Assert.Equal(ActivityStatusCode.Error, call.Status);
        Assert.Equal("502", call.GetTagItem("error.type"));
    }

    [Fact]
    public async Task The_activity_of_a_request_to_the_FDI_names_its_route_recipe_and_outcome()
    {
        Activity? request = null;
        using var ofAspNetCore = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(ofAspNetCore);
        await using var app = await EmailPasswordApp.StartAsync(builder => builder.Override<IEmailPasswordApi>((inner, _) => new Remembering(inner, activity => request = activity)));
        await app.SignInAsync("ann@example.com");
        Assert.NotNull(request);
        Assert.Equal("POST /auth/signin", request.DisplayName);
        Assert.Equal("/auth/signin", request.GetTagItem("http.route"));
        Assert.Equal("emailpassword", request.GetTagItem("supertokens.recipe"));
        Assert.Equal("wrong_credentials", request.GetTagItem("supertokens.outcome"));
    }

    private static ActivityListener Listen(TestApp app, ConcurrentQueue<Activity> ended)
    {
        var own = app.Services.GetRequiredService<SuperTokensActivities>().Source;
        var listener = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, own),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class Remembering(IEmailPasswordApi inner, Action<Activity?> remember) : DelegatingEmailPasswordApi(inner)
    {
        public override Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, Hosting.ApiContext context, CancellationToken cancellationToken = default)
        {
            remember(context.HttpContext.Features.Get<IHttpActivityFeature>()?.Activity);
            return base.SignInAsync(input, context, cancellationToken);
        }
    }
}
