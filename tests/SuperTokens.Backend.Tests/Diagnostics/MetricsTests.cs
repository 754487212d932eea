using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Diagnostics;

public sealed class MetricsTests
{
    [Fact]
    public async Task Sign_ups_and_sign_ins_count_once_each_by_recipe_and_outcome()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        using var measured = new Measurements(app.App.Services);
        await app.SignUpAsync("ann@example.com");
        await app.SignUpAsync("ann@example.com");
        await app.SignInAsync("ann@example.com");
        await app.SignInAsync("ann@example.com", "Wr0ngPassword");
        Assert.Equal(
            [
                "supertokens.signup.count recipe=emailpassword outcome=ok +1",
                "supertokens.signup.count recipe=emailpassword outcome=email_already_exists +1",
                "supertokens.signin.count recipe=emailpassword outcome=ok +1",
                "supertokens.signin.count recipe=emailpassword outcome=wrong_credentials +1",
            ],
            measured.Taken);
    }

    [Fact]
    public async Task What_an_override_answers_is_what_counts()
    {
        await using var app = await EmailPasswordApp.StartAsync(builder => builder.Override<IEmailPasswordApi, AskingTwice>().Override<IEmailPasswordApi, Closed>());
        using var measured = new Measurements(app.App.Services);
        await app.SignInAsync("ann@example.com");
        Assert.Equal(["supertokens.signin.count recipe=emailpassword outcome=refused +1"], measured.Taken);
    }

    [Fact]
    public async Task A_tenant_is_named_only_where_the_application_wants_it()
    {
        await using var app = await EmailPasswordApp.StartAsync(builder => builder.Services.Configure<SuperTokensDiagnosticsOptions>(options => options.TagTenants = true));
        using var measured = new Measurements(app.App.Services);
        await app.SignInAsync("ann@example.com");
        Assert.Equal(["supertokens.signin.count recipe=emailpassword outcome=wrong_credentials tenant=public +1"], measured.Taken);
    }

    [Fact]
    public async Task Tenants_that_callers_make_up_are_not_named()
    {
        await using var app = await EmailPasswordApp.StartAsync(builder =>
        {
            builder.AddRateLimiting(limits => limits.FailedAttemptsPerAccount.Permits = 1);
            builder.Services.Configure<SuperTokensDiagnosticsOptions>(options => options.TagTenants = true);
        });
        await app.SignInAsync("ann@example.com");
        using var measured = new Measurements(app.App.Services);
        foreach (var email in (string[])["ann@example.com", "bob@example.com"])
        {
            using var response = await app.App.CreateClient().PostAsJsonAsync("/auth/made-up/signin", EmailPasswordApp.Form(email));
        }

        Assert.Equal(
            [
                "supertokens.ratelimit.refusal.count limit=FailedAttemptsPerAccount +1",
                "supertokens.signin.count recipe=emailpassword outcome=refused +1",
                "supertokens.signin.count recipe=emailpassword outcome=error type=CoreException +1",
            ],
            measured.Taken);
    }

    [Fact]
    public async Task A_sign_in_that_the_core_fails_is_an_error_and_no_wrong_password()
    {
        await using var app = await EmailPasswordApp.StartAsync(
            builder => builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(() => new FailingSignIn()));
        using var measured = new Measurements(app.App.Services);
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.SignInAsync("ann@example.com")).Code);
        Assert.Equal(["supertokens.signin.count recipe=emailpassword outcome=error type=CoreException +1"], measured.Taken);
        Assert.Contains("supertokens.core.request.duration method=POST template=/{tenantId}/recipe/signin outcome=error status_code=500 type=500", measured.OfCore);
        Assert.Contains("supertokens.core.failure.count method=POST template=/{tenantId}/recipe/signin type=500 +1", measured.OfCore);
    }

    [Fact]
    public async Task Refreshes_count_by_outcome_and_theft_counts_as_well()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        var thief = frontend.Copy();
        using var measured = new Measurements(app.App.Services);
        (await frontend.RefreshAsync()).EnsureSuccessStatusCode();
        (await frontend.GetAsync("/sessioninfo")).EnsureSuccessStatusCode();
        await thief.RefreshAsync();
        await app.CreateFrontend().RefreshAsync();
        Assert.Equal(
            [
                "supertokens.session.refresh.count outcome=ok +1",
                "supertokens.session.refresh.count outcome=theft +1",
                "supertokens.session.theft.count +1",
                "supertokens.session.refusal.count outcome=theft +1",
                "supertokens.session.refresh.count outcome=unauthorised +1",
                "supertokens.session.refusal.count outcome=unauthorised +1",
            ],
            measured.Taken);
    }

    [Fact]
    public async Task A_refused_claim_counts_by_its_id()
    {
        await using var app = await UserRolesApp.StartAsync();
        var frontend = await app.SignInAsync("viewer");
        using var measured = new Measurements(app.Services);
        using var response = await frontend.GetAsync("/role/extension");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(["supertokens.claim.failure.count claim=st-role +1"], measured.Taken);
    }

    [Fact]
    public async Task Verifying_a_session_measures_nothing()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/sessioninfo")).EnsureSuccessStatusCode();
        using var measured = new Measurements(app.App.Services);
        (await frontend.GetAsync("/sessioninfo")).EnsureSuccessStatusCode();
        Assert.Empty(measured.Taken);
        Assert.Empty(measured.OfCore);
    }

    [Fact]
    public async Task A_core_that_does_not_answer_is_measured_without_its_host()
    {
        using var core = new StubCore();
        await using var app = await TestApp.StartAsync(core.Answer("GET /user/id", _ => throw new HttpRequestException(HttpRequestError.ConnectionError)));
        using var measured = new Measurements(app.Services);
        await Assert.ThrowsAsync<CoreException>(() => app.Services.GetRequiredService<Users.IUserDirectory>().GetUserAsync("ann"));
        Assert.Equal(
            [
                "supertokens.core.request.duration method=GET template=/apiversion outcome=ok status_code=200",
                "supertokens.core.request.duration method=GET template=/user/id outcome=error type=no_answer",
                "supertokens.core.failure.count method=GET template=/user/id type=no_answer +1",
            ],
            measured.OfCore);
    }

    private sealed class FailingSignIn : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => request.RequestUri!.AbsolutePath.EndsWith("/signin", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("down") })
                : base.SendAsync(request, cancellationToken);
    }

    private sealed class AskingTwice(IEmailPasswordApi inner) : DelegatingEmailPasswordApi(inner)
    {
        public override async Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        {
            await base.SignInAsync(input, context, cancellationToken);
            return await base.SignInAsync(input, context, cancellationToken);
        }
    }

    private sealed class Closed(IEmailPasswordApi inner) : DelegatingEmailPasswordApi(inner)
    {
        public override async Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        {
            await base.SignInAsync(input, context, cancellationToken);
            return new SignInApiResult.GeneralError("Closed today");
        }
    }
}
