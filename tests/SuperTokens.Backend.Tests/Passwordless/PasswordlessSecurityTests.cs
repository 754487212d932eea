using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using static SuperTokens.Backend.Recipes.Passwordless.PasswordlessApp;

namespace SuperTokens.Backend.Recipes.Passwordless;

public sealed class PasswordlessSecurityTests
{
    [Fact]
    public async Task A_code_or_link_never_appears_in_an_answer()
    {
        await using var app = await PasswordlessApp.StartAsync();
        List<string> answers = [];
        var created = await app.PostAsync("/auth/signinup/code", ByEmail());
        var device = new Device((string)created.Json["deviceId"]!, (string)created.Json["preAuthSessionId"]!);
        answers.Add(created.Text);
        answers.Add((await app.PostAsync("/auth/signinup/code", ByPhone())).Text);
        answers.Add((await app.ResendAsync(device)).Text);
        answers.Add((await app.TypeAsync(device, "wrong")).Text);
        answers.Add((await app.TypeAsync(device, app.Mail.Code!)).Text);

        string[] secrets =
        [
            .. app.Mails.Logins.SelectMany(mail => new[] { mail.Code!, new Uri(mail.Link!).Fragment[1..] }),
            .. app.Sms.All.SelectMany(sms => new[] { sms.Code!, new Uri(sms.Link!).Fragment[1..] }),
        ];
        Assert.Equal(6, secrets.Length);
        Assert.DoesNotContain(answers, answer => secrets.Any(answer.Contains));
    }

    [Fact]
    public async Task Request_for_a_code_answers_alike_for_known_and_unknown_addresses()
    {
        await using var app = await PasswordlessApp.StartAsync(setUp: builder => builder.AddEmailPassword());
        await app.TypeAsync(await app.BeginAsync(ByEmail()), app.Mail.Code!);
        await app.PostAsync("/auth/signup", EmailPasswordApp.Form("password@example.com"));

        var shapes = new List<string>();
        foreach (var email in new[] { Email, "password@example.com", "nobody@example.com" })
        {
            var answer = await app.PostAsync("/auth/signinup/code", ByEmail(email));
            shapes.Add($"{answer.Code} {string.Join(',', answer.Json.AsObject().Select(property => property.Key))} {answer.Status} {answer.Json["flowType"]}");
            Assert.Equal(email, app.Mail.To);
        }

        Assert.Single(shapes.Distinct());
    }

    [Fact]
    public async Task No_log_line_holds_code_address_or_number()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var device = await app.BeginAsync(ByEmail());
        await app.ResendAsync(device);
        await app.TypeAsync(device, "wrong-code");
        await app.TypeAsync(device, app.Mail.Code!);
        await app.BeginAsync(ByPhone());
        await app.OpenAsync(app.Sms.All[^1].Link!);
        app.Sms.Failure = new InvalidOperationException($"Cannot reach {Number} with {app.Sms.All[^1].Code}");
        app.Mails.Failure = new InvalidOperationException($"Cannot reach {Email}");
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.PostAsync("/auth/signinup/code", ByEmail())).Code);
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.PostAsync("/auth/signinup/code", ByPhone())).Code);

        string[] secrets =
        [
            Email, Number, "wrong-code",
            .. app.Mails.Logins.SelectMany(mail => new[] { mail.Code!, new Uri(mail.Link!).Fragment[1..] }),
            .. app.Sms.All.SelectMany(sms => new[] { sms.Code!, new Uri(sms.Link!).Fragment[1..] }),
        ];
        Assert.Contains(app.App.Log.Lines, line => line.Contains("The SMS to sign in could not be sent", StringComparison.Ordinal));
        Assert.DoesNotContain(app.App.Log.Lines, line => secrets.Any(line.Contains));
    }

    [Fact]
    public async Task Message_that_cannot_be_sent_fails_the_request_without_its_words()
    {
        await using var app = await PasswordlessApp.StartAsync();
        foreach (var failure in new Exception[] { new SmsDeliveryException("refused by the gateway"), new InvalidOperationException("internals of the gateway") })
        {
            app.Sms.Failure = failure;
            var answer = await app.PostAsync("/auth/signinup/code", ByPhone());
            Assert.Equal(HttpStatusCode.InternalServerError, answer.Code);
            Assert.DoesNotContain("gateway", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("internals", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Request_that_is_given_up_while_its_message_is_sent_is_no_failure()
    {
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sender = new HangingSender();
        await using var app = await PasswordlessApp.StartAsync(setUp: builder =>
        {
            builder.Services.AddKeyedSingleton<ISmsSender>("passwordless", sender);
            builder.Services.AddSingleton<IStartupFilter>(new Outermost(finished));
        });
        using var cancel = new CancellationTokenSource();
        var asking = app.App.CreateClient().PostAsJsonAsync("/auth/signinup/code", ByPhone(), cancel.Token);
        await sender.Reached;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await sender.GivenUp;
        await finished.Task;
        Assert.DoesNotContain(app.App.Log.Lines, line => line.StartsWith("Error SuperTokens", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_of_a_sender_that_fails_for_a_request_given_up_are_in_no_log()
    {
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sender = new HangingSender { Failure = new InvalidOperationException($"Cannot reach {Number}") };
        await using var app = await PasswordlessApp.StartAsync(setUp: builder =>
        {
            builder.Services.AddKeyedSingleton<ISmsSender>("passwordless", sender);
            builder.Services.AddSingleton<IStartupFilter>(new Outermost(finished));
        });
        using var cancel = new CancellationTokenSource();
        var asking = app.App.CreateClient().PostAsJsonAsync("/auth/signinup/code", ByPhone(), cancel.Token);
        await sender.Reached;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await finished.Task;

        Assert.Contains(app.App.Log.Lines, line => line.Contains("The SMS to sign in could not be sent", StringComparison.Ordinal));
        Assert.DoesNotContain(app.App.Log.Lines, line => line.Contains(Number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mi\u212Ae@example.com", "mike@example.com")]
    [InlineData(" Mike@Example.com", "mike@example.com")]
    public async Task Code_goes_to_the_address_it_signs_in_with_and_not_to_one_that_is_merely_kept_alike(string asked, string owner)
    {
        await using var app = await PasswordlessApp.StartAsync();
        var victim = await app.TypeAsync(await app.BeginAsync(ByEmail(owner)), app.Mail.Code!);

        var device = await app.BeginAsync(ByEmail(asked));

        Assert.Equal(owner, app.Mail.To);
        Assert.Equal((string?)victim.Json["user"]!["id"], (string?)(await app.TypeAsync(device, app.Mail.Code!)).Json["user"]!["id"]);
    }

    [Fact]
    public async Task Code_and_link_sent_in_many_times_at_once_sign_in_once()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var device = await app.BeginAsync(ByEmail());
        var mail = app.Mail;

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => i % 3 == 0 ? app.OpenAsync(mail.Link!) : app.TypeAsync(device, mail.Code!))));

        Assert.Equal(["OK", .. Enumerable.Repeat("RESTART_FLOW_ERROR", 11)], answers.Select(answer => answer.Status!).Order());
        Assert.Single(answers, answer => answer.AccessToken is not null);
    }

    [Fact]
    public async Task Wrong_codes_at_once_never_exceed_the_limit_and_another_code_does_not_forgive_them()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var device = await app.BeginAsync(ByEmail());

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => i % 4 == 0 ? app.ResendAsync(device) : app.TypeAsync(device, $"wrong-{i}"))));

        Assert.Equal(4, answers.Count(answer => answer.Status == "INCORRECT_USER_INPUT_CODE_ERROR"));
        Assert.All(app.Mails.Logins, mail => Assert.Equal(device.PreAuthSessionId, mail.PreAuthSessionId));
        Assert.Equal("RESTART_FLOW_ERROR", (await app.TypeAsync(device, app.Mail.Code!)).Status);
    }

    [Fact]
    public async Task Link_that_a_stranger_sent_is_not_joined_to_the_account_of_whoever_opens_it_with_a_session()
    {
        await using var app = await PasswordlessApp.StartAsync(setUp: builder => builder.AddEmailPassword().AddAccountLinking(options =>
        {
            options.Automatic = true;
            options.RequireVerification = false;
        }));
        await app.BeginAsync(ByEmail("eve@example.com"));
        var link = new Uri(app.Mail.Link!);

        // Older frontends cannot say whether a session is there to be added to.
        var client = app.App.Server.CreateClient();
        client.DefaultRequestHeaders.Add("fdi-version", "3.0");
        var victim = new Frontend(client, "header");
        using var signedUp = await victim.PostAsync("/auth/signup", EmailPasswordApp.Form(Email));
        var victimId = (string?)victim.Payload["sub"];
        using var opened = await victim.PostAsync("/auth/signinup/code/consume", new System.Text.Json.Nodes.JsonObject
        {
            ["preAuthSessionId"] = System.Web.HttpUtility.ParseQueryString(link.Query)["preAuthSessionId"],
            ["linkCode"] = link.Fragment[1..],
        });

        var answer = await opened.JsonAsync();
        Assert.Equal("OK", (string?)answer["status"]);
        Assert.NotEqual(victimId, (string?)answer["user"]!["id"]);
        Assert.Equal(["eve@example.com"], answer["user"]!["emails"]!.AsArray().Select(email => (string)email!));
    }

    [Fact]
    public async Task Code_works_only_in_the_tenant_and_for_the_browser_it_was_made_for()
    {
        await using var app = await StartWithTenantsAsync();
        var device = await app.BeginAsync(ByEmail(), "/auth/t1");
        var stranger = await app.BeginAsync(ByEmail("eve@example.com"), "/auth/t1");
        var code = app.Mails.Logins[0].Code!;

        Assert.Equal("RESTART_FLOW_ERROR", (await app.TypeAsync(device, code)).Status);
        Assert.Equal("RESTART_FLOW_ERROR", (await app.OpenAsync(app.Mails.Logins[0].Link!)).Status);
        Assert.Equal("INCORRECT_USER_INPUT_CODE_ERROR", (await app.TypeAsync(stranger, code, "/auth/t1")).Status);
        Assert.Contains("&tenantId=t1#", app.Mail.Link, StringComparison.Ordinal);
        Assert.Equal("OK", (await app.TypeAsync(device, code, "/auth/t1")).Status);
    }

    [Fact]
    public async Task Tenant_does_not_tell_of_a_login_method_that_its_users_have_in_another_one()
    {
        await using var app = await PasswordlessApp.StartAsync(setUp: builder => builder.AddEmailPassword());
        var tenants = app.App.Services.GetRequiredService<IMultitenancyRecipe>();
        foreach (var tenantId in new[] { "t1", "t2" })
        {
            await tenants.CreateOrUpdateTenantAsync(tenantId, new TenantChanges { FirstFactors = TenantFactors.Only("emailpassword", "otp-email", "link-email") });
        }

        var password = await app.PostAsync("/auth/t1/signup", EmailPasswordApp.Form(Email));
        var code = await app.TypeAsync(await app.BeginAsync(ByEmail(), "/auth/t2"), app.Mail.Code!, "/auth/t2");
        var linking = app.App.Services.GetRequiredService<IAccountLinkingRecipe>();
        var primaryUserId = (string)password.Json["user"]!["id"]!;
        Assert.IsType<CreatePrimaryUserResult.Ok>(await linking.CreatePrimaryUserAsync(new RecipeUserId(primaryUserId)));
        Assert.IsType<LinkAccountsResult.Ok>(await linking.LinkAccountsAsync(new RecipeUserId((string)code.Json["user"]!["id"]!), primaryUserId));

        foreach (var (path, exists) in new[]
        {
            ("t1/passwordless", false), ("t2/passwordless", true), ("t1/emailpassword", true), ("t2/emailpassword", false),
        })
        {
            Assert.Equal((path, exists), (path, (bool)(await app.GetAsync($"/auth/{path}/email/exists?email={Email}")).Json["exists"]!));
        }
    }

    [Theory]
    [InlineData("t-code", "USER_INPUT_CODE", true, false)]
    [InlineData("t-link", "MAGIC_LINK", false, true)]
    public async Task Tenant_decides_what_is_sent_and_what_is_taken(string tenantId, string flowType, bool hasCode, bool hasLink)
    {
        await using var app = await StartWithTenantsAsync();
        var prefix = $"/auth/{tenantId}";
        var answer = await app.PostAsync($"{prefix}/signinup/code", ByEmail());
        Assert.Equal(flowType, (string?)answer.Json["flowType"]);
        Assert.Equal((hasCode, hasLink), (app.Mail.Code is not null, app.Mail.Link is not null));
        var device = new Device((string)answer.Json["deviceId"]!, (string)answer.Json["preAuthSessionId"]!);
        Assert.Equal("OK", (await app.ResendAsync(device, prefix)).Status);
        Assert.Equal((hasCode, hasLink), (app.Mail.Code is not null, app.Mail.Link is not null));

        // Made beside the API, the other kind exists; the tenant does not take it.
        var other = Assert.IsType<CreateCodeResult.Ok>(await app.Recipe.CreateCodeAsync(tenantId, new PasswordlessContact.Email(Email))).Code;
        var refused = hasCode
            ? await app.OpenAsync($"http://localhost/?preAuthSessionId={other.PreAuthSessionId}#{other.LinkCode}", prefix)
            : await app.TypeAsync(new Device(other.DeviceId, other.PreAuthSessionId), other.UserInputCode, prefix);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.PostAsync($"{prefix}/signinup/code", ByPhone())).Code);
        Assert.Empty(app.Sms.All);
    }

    [Fact]
    public async Task Users_id_is_not_taken_from_the_body()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var victim = await app.TypeAsync(await app.BeginAsync(ByEmail()), app.Mail.Code!);
        var device = await app.BeginAsync(ByEmail("eve@example.com"));
        var answer = await app.PostAsync("/auth/signinup/code/consume", new()
        {
            ["deviceId"] = device.DeviceId,
            ["preAuthSessionId"] = device.PreAuthSessionId,
            ["userInputCode"] = app.Mail.Code,
            ["userId"] = victim.Json["user"]!["id"]!.DeepClone(),
            ["email"] = Email,
        });
        Assert.Equal("eve@example.com", (string?)answer.Json["user"]!["emails"]![0]);
    }

    [Fact]
    public async Task Code_does_not_join_an_unverified_address_to_somebodys_account()
    {
        await using var app = await PasswordlessApp.StartAsync(setUp: builder => builder.AddEmailPassword().AddAccountLinking(options => options.Automatic = true));
        await app.PostAsync("/auth/signup", EmailPasswordApp.Form(Email));

        var answer = await app.PostAsync("/auth/signinup/code", ByEmail());

        Assert.Equal(("SIGN_IN_UP_NOT_ALLOWED", true), (answer.Status, answer.Reason!.EndsWith("(ERR_CODE_002)", StringComparison.Ordinal)));
        Assert.Empty(app.Mails.Logins);
    }

    [Fact]
    public async Task Code_for_the_same_address_is_linked_where_the_app_wants_that_and_the_address_is_verified()
    {
        await using var app = await PasswordlessApp.StartAsync(setUp: builder => builder.AddEmailPassword().AddAccountLinking(options =>
        {
            options.Automatic = true;
            options.RequireVerification = false;
        }));
        var password = await app.PostAsync("/auth/signup", EmailPasswordApp.Form(Email));

        var answer = await app.TypeAsync(await app.BeginAsync(ByEmail()), app.Mail.Code!);

        Assert.Equal((string?)password.Json["user"]!["id"], (string?)answer.Json["user"]!["id"]);
        Assert.Equal(2, answer.Json["user"]!["loginMethods"]!.AsArray().Count);
    }

    [Fact]
    public async Task Second_login_method_is_added_to_the_sessions_user_with_a_code_and_never_a_link()
    {
        await using var app = await PasswordlessApp.StartAsync(setUp: builder => builder.AddEmailPassword().AddAccountLinking(options =>
        {
            options.Automatic = true;
            options.RequireVerification = false;
        }));
        var frontend = new Frontend(app.App.Server.CreateClient(), "header");
        using var signedUp = await frontend.PostAsync("/auth/signup", EmailPasswordApp.Form(Email));
        var userId = (string?)frontend.Payload["sub"];

        var ask = ByPhone();
        ask["shouldTryLinkingWithSessionUser"] = true;
        using var created = await frontend.PostAsync("/auth/signinup/code", ask);
        var device = (await created.JsonAsync()).AsObject();
        Assert.Equal("USER_INPUT_CODE", (string?)device["flowType"]);
        Assert.Equal((null, false), (app.Sms.All[^1].Link, app.Sms.All[^1].IsFirstFactor));
        using var consumed = await frontend.PostAsync("/auth/signinup/code/consume", new System.Text.Json.Nodes.JsonObject
        {
            ["deviceId"] = (string?)device["deviceId"],
            ["preAuthSessionId"] = (string?)device["preAuthSessionId"],
            ["userInputCode"] = app.Sms.All[^1].Code,
            ["shouldTryLinkingWithSessionUser"] = true,
        });

        var answer = await consumed.JsonAsync();
        Assert.Equal(("OK", userId), ((string?)answer["status"], (string?)answer["user"]!["id"]));
        Assert.Equal([Number], answer["user"]!["phoneNumbers"]!.AsArray().Select(number => (string)number!));
    }

    private static async Task<PasswordlessApp> StartWithTenantsAsync()
    {
        var app = await PasswordlessApp.StartAsync();
        var tenants = app.App.Services.GetRequiredService<IMultitenancyRecipe>();
        await tenants.CreateOrUpdateTenantAsync("t1", new TenantChanges { FirstFactors = TenantFactors.Only("otp-email", "link-email") });
        await tenants.CreateOrUpdateTenantAsync("t-code", new TenantChanges { FirstFactors = TenantFactors.Only("otp-email") });
        await tenants.CreateOrUpdateTenantAsync("t-link", new TenantChanges { FirstFactors = TenantFactors.Only("link-email") });
        return app;
    }

    private sealed class Outermost(TaskCompletionSource finished) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                try
                {
                    await following(context);
                }
                finally
                {
                    finished.SetResult();
                }
            });
            next(app);
        };
    }

    private sealed class HangingSender : ISmsSender
    {
        public Exception? Failure { get; init; }

        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public Task GivenUp => _givenUp.Task;

        public async Task SendAsync(SmsMessage message, CancellationToken cancellationToken = default)
        {
            _reached.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException) when (Failure is not null)
            {
                throw Failure;
            }
            finally
            {
                _givenUp.SetResult();
            }
        }
    }
}
