using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Diagnostics;

public sealed class AuditTests
{
    [Fact]
    public async Task Every_sink_gets_every_event_in_order_before_the_application_has_stopped()
    {
        var first = new KeptEvents();
        var second = new KeptEvents();
        await using (var app = await EmailPasswordApp.StartAsync(builder => builder.Services.AddSingleton<IAuditSink>(first).AddSingleton<IAuditSink>(second)))
        {
            await app.SignUpAsync("ann@example.com");
            await app.SignUpAsync("ann@example.com");
            await app.SignInAsync("ann@example.com", "Wr0ngPassword");
            await app.SignInAsync("ann@example.com");
            await app.App.StopAsync();
        }

        Assert.Equal(["SignedUp", "SignUpFailed", "SignInFailed", "SignedIn"], first.Names);
        Assert.Equal(first.Events, second.Events);
        var signedUp = Assert.IsType<AuditEvent.SignedUp>(first.Events[0]);
        var signedIn = Assert.IsType<AuditEvent.SignedIn>(first.Events[3]);
        Assert.Equal(("emailpassword", "public"), (signedIn.RecipeId, signedIn.TenantId));
        Assert.Equal(signedUp.UserId, signedIn.UserId);
        Assert.NotNull(signedIn.SessionHandle);
        Assert.NotEqual(default, signedIn.Time);
        Assert.Null(signedIn.ClientAddress);
        Assert.Equal(AuthFailure.WrongCredentials, Assert.IsType<AuditEvent.SignInFailed>(first.Events[2]).Reason);
        Assert.All(first.Events, kept => Assert.DoesNotContain("example.com", kept.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_set_with_a_mailed_link_is_reported_as_change_and_as_reset()
    {
        var sink = new KeptEvents();
        await using (var app = await EmailPasswordApp.StartAsync(builder => builder.Services.AddSingleton<IAuditSink>(sink)))
        {
            await app.SignUpAsync("ann@example.com");
            var token = await app.Recipe.CreateResetPasswordTokenAsync("public", await UserIdAsync(app), "ann@example.com");
            await app.ResetAsync(Assert.IsType<CreateResetPasswordTokenResult.Ok>(token).Token, "N3wPassw0rd");
            await app.App.StopAsync();
        }

        Assert.Equal(["SignedUp", "PasswordChanged", "PasswordReset"], sink.Names);
    }

    [Fact]
    public async Task Theft_sign_out_and_ended_sessions_are_reported()
    {
        var sink = new KeptEvents();
        await using (var app = await SessionApp.StartAsync(setUp: builder => builder.Services.AddSingleton<IAuditSink>(sink)))
        {
            var frontend = await app.SignInAsync();
            var thief = frontend.Copy();
            (await frontend.RefreshAsync()).EnsureSuccessStatusCode();
            (await frontend.GetAsync("/sessioninfo")).EnsureSuccessStatusCode();
            await thief.RefreshAsync();
            (await (await app.SignInAsync()).PostAsync("/auth/signout")).EnsureSuccessStatusCode();
            await app.App.StopAsync();
        }

        Assert.Equal(["TokenTheftDetected", "SessionsRevoked", "SessionsRevoked", "SignedOut"], sink.Names);
        Assert.Equal(("user-1", sink.Events[1].SessionHandle), (sink.Events[0].UserId, sink.Events[0].SessionHandle));
    }

    [Fact]
    public async Task Roles_claims_and_deleted_users_are_reported()
    {
        var sink = new KeptEvents();
        await using (var app = await UserRolesApp.StartAsync(builder => builder.Services.AddSingleton<IAuditSink>(sink)))
        {
            var frontend = await app.SignInAsync("viewer");
            await frontend.GetAsync("/role/extension");
            await app.Recipe.AddRoleToUserAsync("public", "ann", "viewer");
            await app.Recipe.RemoveUserRoleAsync("public", "ann", "viewer");
            await app.Services.GetRequiredService<IUserDirectory>().DeleteUserAsync("ann");
            await app.Sessions.App.StopAsync();
        }

        Assert.Equal(["RolesChanged", "ClaimRefused", "RolesChanged", "UserDeleted"], sink.Names);
        Assert.Equal(("ann", true), (sink.Events[0].UserId, ((AuditEvent.RolesChanged)sink.Events[0]).Added));
        Assert.Equal("ann", sink.Events[1].UserId);
        Assert.Equal("st-role", Assert.Single(((AuditEvent.ClaimRefused)sink.Events[1]).ClaimIds));
    }

    [Fact]
    public async Task A_sink_that_throws_is_logged_and_keeps_nothing_from_the_others_or_the_caller()
    {
        var sink = new KeptEvents();
        var app = await EmailPasswordApp.StartAsync(builder => builder.AddAuditSink<BrokenSink>().Services.AddSingleton<IAuditSink>(sink));
        await using (app)
        {
            Assert.Equal("OK", (await app.SignUpAsync("ann@example.com")).Status);
            Assert.Equal("OK", (await app.SignInAsync("ann@example.com")).Status);
            await app.App.StopAsync();
        }

        Assert.Equal(["SignedUp", "SignedIn"], sink.Names);
        Assert.Equal(2, app.App.Log.Lines.Count(line => line.Contains("The audit sink", StringComparison.Ordinal) && line.Contains("BrokenSink", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_sink_that_hangs_holds_up_no_request_and_what_finds_no_room_is_counted()
    {
        using var gate = new GatedSink();
        var app = await EmailPasswordApp.StartAsync(builder =>
        {
            builder.Services.AddSingleton<IAuditSink>(gate);
            builder.Services.Configure<SuperTokensDiagnosticsOptions>(options => options.AuditQueueCapacity = 1);
        });
        using var measured = new Measurements(app.App.Services);
        await using (app)
        {
            await app.SignInAsync("ann@example.com");
            await gate.Entered;
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.SignInAsync("ann@example.com")).Status);
            }

            Assert.Equal(2, measured.Taken.Count(line => line == "supertokens.audit.lost.count +1"));
            gate.Open();
            await app.App.StopAsync();
        }

        Assert.Equal(2, gate.Count);
        Assert.Single(app.App.Log.Lines, line => line.Contains("AuditQueueCapacity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_audit_log_has_an_event_a_line_and_the_callers_address_only_on_request()
    {
        var app = await EmailPasswordApp.StartAsync(
            builder => builder.AddAuditLog().AddAuditLog().AddAuditClientAddress(),
            web => web.MapGet("/nothing", () => "nothing"));
        await using (app)
        {
            var context = await app.App.Server.SendAsync(request =>
            {
                request.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("203.0.113.7");
                request.Request.Method = "POST";
                request.Request.Path = "/auth/signin";
                request.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(EmailPasswordApp.Form("ann@example.com").ToJsonString()));
                request.Request.ContentType = "application/json";
            });
            Assert.Equal(200, context.Response.StatusCode);
            await app.App.StopAsync();
        }

        var line = Assert.Single(app.App.Log.Lines, line => line.Contains("SuperTokens.Backend.Audit:", StringComparison.Ordinal));
        Assert.StartsWith("Warning SuperTokens.Backend.Audit: Sign-in with emailpassword", line, StringComparison.Ordinal);
        Assert.Contains("WrongCredentials", line, StringComparison.Ordinal);
        Assert.Contains("client 203.0.113.7", line, StringComparison.Ordinal);
    }

    private static async Task<string> UserIdAsync(EmailPasswordApp app)
        => (await app.App.Services.GetRequiredService<IUserDirectory>().ListUsersByAccountInfoAsync("public", new AccountInfo { Email = "ann@example.com" }))[0].Id;

    private sealed class BrokenSink : IAuditSink
    {
        public ValueTask WriteAsync(AuditEvent auditEvent, CancellationToken cancellationToken) => throw new InvalidOperationException("The disk is full.");
    }

    private sealed class GatedSink : IAuditSink, IDisposable
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => _entered.Task;

        public int Count { get; private set; }

        public void Open() => _open.TrySetResult();

        public async ValueTask WriteAsync(AuditEvent auditEvent, CancellationToken cancellationToken)
        {
            _entered.TrySetResult();
            await _open.Task;
            Count++;
        }

        public void Dispose() => Open();
    }
}
