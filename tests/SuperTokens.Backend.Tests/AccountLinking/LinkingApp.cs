using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>An application with passwords and e-mail verification that links accounts; its endpoint /me tells the session's user.</summary>
internal sealed class LinkingApp : IAsyncDisposable
{
    public const string Flag = "shouldTryLinkingWithSessionUser";

    private LinkingApp(EmailPasswordApp passwords) => Passwords = passwords;

    public EmailPasswordApp Passwords { get; }

    public CoreCallLog CoreCalls => Passwords.CoreCalls;

    public KeptMails Mails => Passwords.Mails;

    public IServiceProvider Services => Passwords.App.Services;

    public IAccountLinkingRecipe Linking => Services.GetRequiredService<IAccountLinkingRecipe>();

    public IUserDirectory Users => Services.GetRequiredService<IUserDirectory>();

    /// <summary>Starts the app.</summary>
    /// <param name="requireVerification">Whether it links verified addresses only; null when it does not link.</param>
    /// <param name="setUp">Adds to it.</param>
    /// <returns>The app.</returns>
    public static async Task<LinkingApp> StartAsync(bool? requireVerification = true, Action<SuperTokensBuilder>? setUp = null)
        => new(await EmailPasswordApp.StartAsync(
            builder =>
            {
                builder.AddEmailVerification(options => options.Mode = EmailVerificationMode.Optional);
                builder.AddAccountLinking(options =>
                {
                    options.Automatic = requireVerification is not null;
                    options.RequireVerification = requireVerification ?? true;
                });
                setUp?.Invoke(builder);
            },
            app => app.MapGet("/me", (SessionContainer session) => $"{session.UserId} {session.RecipeUserId}").RequireSession()));

    public Frontend Browser() => new(Passwords.App.CreateClient(), "cookie");

    public async Task<Frontend> SignUpAsync(string email)
    {
        var browser = Browser();
        Assert.Equal("OK", (await SignUpAsync(browser, email)).Status);
        return browser;
    }

    public static Task<Answer> SignUpAsync(Frontend browser, string email, bool? link = null) => SendAsync(browser, "/auth/signup", FormOf(email, link));

    public static Task<Answer> SignInAsync(Frontend browser, string email, bool? link = null) => SendAsync(browser, "/auth/signin", FormOf(email, link));

    public static async Task<Answer> SendAsync(Frontend browser, string path, JsonNode? body = null)
    {
        using var answer = await browser.PostAsync(path, body);
        return new Answer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Verifies the address of a browser's session by the mailed link.</summary>
    /// <param name="browser">The browser.</param>
    /// <returns>A task that ends when it is.</returns>
    public async Task VerifyAsync(Frontend browser)
    {
        Assert.Equal("OK", (await SendAsync(browser, "/auth/user/email/verify/token")).Status);
        var body = new JsonObject { ["method"] = "token", ["token"] = Mails.VerificationToken };
        Assert.Equal("OK", (await SendAsync(browser, "/auth/user/email/verify", body)).Status);
    }

    public async Task<User> VerifiedUserAsync(string email)
    {
        await VerifyAsync(await SignUpAsync(email));
        return await UserOfAsync(email);
    }

    /// <summary>The user with a password for an address.</summary>
    /// <param name="email">The address.</param>
    /// <returns>The user.</returns>
    public async Task<User> UserOfAsync(string email) => (await LoginOfAsync(email, "emailpassword")).User;

    public async Task<(User User, LoginMethod Method)> LoginOfAsync(string email, string recipeId)
    {
        var found = await Users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = email });
        return found.SelectMany(user => user.LoginMethods, (user, method) => (user, method)).Single(login => login.method.RecipeId == recipeId && login.method.HasSameEmailAs(email));
    }

    /// <summary>Whom a browser's session is of: the user's id and the login method's.</summary>
    /// <param name="browser">The browser.</param>
    /// <returns>Both.</returns>
    public static async Task<(string UserId, string RecipeUserId)> MeAsync(Frontend browser)
    {
        using var answer = await browser.GetAsync("/me");
        var ids = (await answer.Content.ReadAsStringAsync()).Split(' ');
        return (ids[0], ids[1]);
    }

    /// <summary>Creates a passwordless user in the core, past all rules of the SDK: as one who signed up before linking was turned on.</summary>
    /// <param name="email">The address; it is verified.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <returns>The user, not a primary one.</returns>
    public async Task<User> CreatePasswordlessUserAsync(string email, string tenantId = "public")
    {
        var code = await CoreAsync($"/{tenantId}/recipe/signinup/code", new JsonObject { ["email"] = email });
        var use = new JsonObject { ["preAuthSessionId"] = code["preAuthSessionId"]!.DeepClone(), ["deviceId"] = code["deviceId"]!.DeepClone(), ["userInputCode"] = code["userInputCode"]!.DeepClone() };
        var consumed = await CoreAsync($"/{tenantId}/recipe/signinup/code/consume", use);
        return (await Users.GetUserAsync((string)consumed["recipeUserId"]!))!;
    }

    public async Task<User> CreatePasswordlessPrimaryUserAsync(string email)
    {
        var user = await CreatePasswordlessUserAsync(email);
        return Assert.IsType<CreatePrimaryUserResult.Ok>(await Linking.CreatePrimaryUserAsync(user.LoginMethods[0].RecipeUserId)).User;
    }

    /// <summary>Signs up with a password past all rules of the SDK, as before linking was turned on, and begins a session.</summary>
    /// <param name="email">The address, which is not verified.</param>
    /// <returns>The browser with the session.</returns>
    public async Task<Frontend> SignUpPastTheRulesAsync(string email)
    {
        var created = Assert.IsType<CreateRecipeUserResult.Ok>(await Passwords.Recipe.CreateNewRecipeUserAsync("public", email, EmailPasswordApp.Password));
        var session = await Services.GetRequiredService<ISessions>().CreateAsync(new NewSession(created.RecipeUserId), disableAntiCsrf: true);
        var tokens = session.GetAllSessionTokensDangerously();
        var browser = Browser();
        browser.AccessToken = tokens.AccessToken;
        browser.RefreshToken = tokens.RefreshToken;
        return browser;
    }

    public async ValueTask DisposeAsync() => await Passwords.DisposeAsync();

    private static JsonObject FormOf(string email, bool? link)
    {
        var form = EmailPasswordApp.Form(email);
        if (link is not null)
        {
            form[Flag] = link;
        }

        return form;
    }

    private async Task<JsonNode> CoreAsync(string path, JsonObject body)
    {
        using var client = Services.GetRequiredService<IHttpClientFactory>().CreateClient(CoreDefaults.HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://core.test{path}")) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("cdi-version", "5.4");
        using var answer = await client.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    internal sealed record Answer(int Code, string Text)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string? Status => (string?)Json["status"];

        public string Reason => (string)Json["reason"]!;
    }
}
