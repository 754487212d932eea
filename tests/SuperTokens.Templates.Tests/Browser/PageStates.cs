namespace SuperTokens.Templates.Tests.Browser;

/// <summary>How people come to each page of the MVC site, and to its error state.</summary>
internal static class PageStates
{
    internal static readonly IReadOnlyDictionary<string, Func<Visitor, Task>> All = new Dictionary<string, Func<Visitor, Task>>
    {
        ["home"] = visitor => visitor.Page.GotoAsync("/"),
        ["home signed in"] = async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.GotoAsync("/");
            await visitor.Page.IsShownAsync("Welcome back");
        },
        ["sign in"] = visitor => visitor.Page.GotoAsync("/auth/sign-in"),
        ["sign in error"] = async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/sign-in");
            await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
            await visitor.Page.Field("Password").FillAsync("wrong");
            await visitor.Page.Button("Sign in").ClickAsync();
            await visitor.Page.IsShownAsync("Please check this");
        },
        ["form too old"] = async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/sign-in");
            await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
            await visitor.Page.Field("Password").FillAsync(visitor.Password);
            await visitor.Context.ClearCookiesAsync();
            await visitor.Page.Button("Sign in").ClickAsync();
            await visitor.Page.IsShownAsync("This form is too old");
        },
        ["sign up"] = visitor => visitor.Page.GotoAsync("/auth/sign-up"),
        ["sign up error"] = async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/sign-up");
            await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
            await visitor.Page.Field("Password").FillAsync("short");
            await visitor.Page.Button("Create account").ClickAsync();
            await visitor.Page.IsShownAsync("Please check this");
        },
        ["forgot password"] = visitor => visitor.Page.GotoAsync("/auth/forgot-password"),
        ["forgot password error"] = async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/forgot-password");
            await visitor.Page.Field("E-mail address").FillAsync("a@b");
            await visitor.Page.Button("Send the link").ClickAsync();
            await visitor.Page.IsShownAsync("Please check this");
        },
        ["forgot password sent"] = async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/forgot-password");
            await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
            await visitor.Page.Button("Send the link").ClickAsync();
            await visitor.Page.IsShownAsync("Check your mail");
        },
        ["reset password"] = visitor => visitor.Page.GotoAsync("/auth/reset-password?token=unknown&tenantId=public"),
        ["reset password error"] = async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/reset-password?token=unknown&tenantId=public");
            await visitor.Page.Field("New password").FillAsync(visitor.Password);
            await visitor.Page.Button("Save password").ClickAsync();
            await visitor.Page.IsShownAsync("Please check this");
        },
        ["ask for code"] = visitor => visitor.Page.GotoAsync("/auth/code"),
        ["ask for code error"] = async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/code");
            await visitor.Page.Field("E-mail address").FillAsync("a@b");
            await visitor.Page.Button("Send the code").ClickAsync();
            await visitor.Page.IsShownAsync("Please check this");
        },
        ["enter code"] = AskForCodeAsync,
        ["enter code error"] = async visitor =>
        {
            await AskForCodeAsync(visitor);
            await visitor.Page.Field("Code").FillAsync("000000");
            await visitor.Page.Button("Sign in").ClickAsync();
            await visitor.Page.IsShownAsync("Please check this");
        },
        ["magic link"] = async visitor =>
        {
            await AskForCodeAsync(visitor);
            await visitor.Page.GotoAsync((await visitor.ReadMailAsync()).Link);
        },
        ["magic link incomplete"] = visitor => visitor.Page.GotoAsync("/auth/verify?preAuthSessionId=unknown&tenantId=public"),
        ["verify email"] = async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/sign-up");
            await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
            await visitor.Page.Field("Password").FillAsync(visitor.Password);
            await visitor.Page.Button("Create account").ClickAsync();
            await visitor.Page.GotoAsync("/account");
            await visitor.Page.IsShownAsync("Verify your address");
        },
        ["verify email link"] = visitor => visitor.Page.GotoAsync("/auth/verify-email?token=unknown&tenantId=public"),
        ["external error"] = async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/callback/local?code=unknown&state=unknown");
            await visitor.Page.IsShownAsync("Sign in");
        },
        ["continue"] = async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.GotoAsync("about:blank");
            await visitor.ExpireAccessTokenAsync();
            await visitor.Context.RouteAsync("**/session/refresh", _ => Task.CompletedTask);
            await visitor.Page.GotoAsync("/account");
            await visitor.Page.IsShownAsync("One moment");
        },
        ["continue error"] = async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.GotoAsync("about:blank");
            await visitor.ExpireAccessTokenAsync();
            await visitor.Context.RouteAsync("**/session/refresh", route => route.FulfillAsync(new() { Status = 503 }));
            await visitor.Page.GotoAsync("/account");
            await visitor.Page.Button("Continue").WaitForAsync();
        },
        ["account"] = async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Context.ClearCookiesAsync();
            await visitor.SignInAsync();
            await visitor.Page.GotoAsync("/account");
            await visitor.Page.IsShownAsync("Account");
        },
        ["account notice"] = async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Context.ClearCookiesAsync();
            await visitor.SignInAsync();
            await visitor.Page.GotoAsync("/account");
            await visitor.Page.Button("Sign out everywhere else").ClickAsync();
            await visitor.Page.GetByText("You are signed out everywhere else.").WaitForAsync();
        },
        ["display name"] = async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.GotoAsync("/account/name");
        },
        ["display name error"] = async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.GotoAsync("/account/name");
            await visitor.Page.Field("Display name").FillAsync(" ");
            await visitor.Page.Button("Save").ClickAsync();
            await visitor.Page.IsShownAsync("Please check this");
        },
        ["members"] = async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.Button("Become a member").ClickAsync();
            await visitor.Page.IsShownAsync("Members");
        },
        ["access denied"] = visitor => visitor.Page.GotoAsync("/auth/access-denied"),
        ["not found"] = visitor => visitor.Page.GotoAsync("/nowhere"),
    };

    private static async Task AskForCodeAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/auth/code");
        await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
        await visitor.Page.Button("Send the code").ClickAsync();
        await visitor.Page.IsShownAsync("Enter your code");
    }
}
