using System.Globalization;
using System.Text;

namespace SuperTokens.Build;

/// <summary>What to paste into another terminal to use an app.</summary>
internal static class SampleCalls
{
    private const string Json = "-H \"Content-Type: application/json\"";
    private const string Tokens = "-H \"st-auth-mode: header\"";

    /// <summary>Says what to open of an app with pages.</summary>
    /// <param name="address">Where it listens, without a slash at the end.</param>
    /// <param name="pagesBasePath">Where its pages to sign in are.</param>
    /// <returns>Indented text of several lines.</returns>
    internal static string ForSite(string address, string pagesBasePath) => $"""
        Open it in a browser, and sign up:

          {address}
          {address}{pagesBasePath.TrimEnd('/')}/sign-in

        Then see the account and its sessions, in two browsers if you like:

          {address}/account

        Mails are not sent, but shown: {address}/supertokens/inbox
        """;

    /// <summary>Writes the calls that fit the app.</summary>
    /// <param name="address">Where it listens, without a slash at the end.</param>
    /// <param name="basePath">Its API base path.</param>
    /// <param name="recipes">Its recipes, as <c>--recipes</c> calls them.</param>
    /// <returns>Indented text of several lines.</returns>
    internal static string For(string address, string basePath, IReadOnlyCollection<string> recipes)
    {
        var api = address + basePath.TrimEnd('/');
        var text = new StringBuilder();
        // Other ways to sign in show that an address is somebody's.
        var verifies = recipes.Contains("emailpassword") && recipes.Contains("emailverification");
        void Add(string recipe, string title, params string[] calls)
        {
            if (recipes.Contains(recipe) && (recipe != "emailverification" || verifies))
            {
                text.Append(title).Append(":\n\n").AppendJoin('\n', calls.Select(call => "  " + call)).Append("\n\n");
            }
        }

        Add(
            "emailpassword",
            "Sign up from another terminal",
            $$"""curl -i {{api}}/signup {{Json}} {{Tokens}} -d '{"formFields":[{"id":"email","value":"ada@example.com"},{"id":"password","value":"Analytical-Engine-1"}]}'""");
        Add(
            "passwordless",
            "Sign in without a password: ask for a code, read it in the inbox (below), and use it with the ids of the first answer",
            $$"""curl {{api}}/signinup/code {{Json}} -d '{"email":"grace@example.com"}'""",
            $$"""curl -i {{api}}/signinup/code/consume {{Json}} {{Tokens}} -d '{"deviceId":"<deviceId>","preAuthSessionId":"<preAuthSessionId>","userInputCode":"<code>"}'""");
        Add(
            "thirdparty",
            "Sign in at a provider that runs beside the app: ask where to send the browser, go there (\\u0026 stands for &), and use the code it comes back with",
            $"curl \"{api}/authorisationurl?thirdPartyId={LocalProvider.Id}&redirectURIOnProviderDashboard={LocalProvider.ComeBackTo}\"",
            "curl -i \"<urlWithQueryParams>\"",
            $$"""curl -i {{api}}/signinup {{Json}} {{Tokens}} -d '{"thirdPartyId":"{{LocalProvider.Id}}","redirectURIInfo":{"redirectURIOnProviderDashboard":"{{LocalProvider.ComeBackTo}}","redirectURIQueryParams":{"code":"<code>"} } }'""");
        text.Append(CultureInfo.InvariantCulture, $"Then see the session, with the st-access-token of that answer:\n\n  curl {address}/sessioninfo -H \"Authorization: Bearer <st-access-token>\"\n\n");
        Add(
            "emailverification",
            "With a password, that is 403 until the address is verified: ask for a mail, then use the token of its link",
            $"curl -X POST {api}/user/email/verify/token {Tokens} -H \"Authorization: Bearer <st-access-token>\"",
            $$"""curl {{api}}/user/email/verify {{Json}} -d '{"method":"token","token":"<token>"}'""");
        Add(
            "userroles",
            "Get a role, and use what it opens with the new st-access-token",
            $"curl -i -X POST {address}/membership {Tokens} -H \"Authorization: Bearer <st-access-token>\"",
            $"curl {address}/members -H \"Authorization: Bearer <st-access-token>\"");
        Add(
            "usermetadata",
            "Keep something about the person who is signed in",
            $$"""curl -X PUT {{address}}/profile {{Json}} -H "Authorization: Bearer <st-access-token>" -d '{"displayName":"Ada"}'""");
        Add("multitenancy", "How people sign in to a tenant", $"curl {api}/public/loginmethods");
        Add("accountlinking", "The ways to sign in that belong to an account", $"curl {address}/account -H \"Authorization: Bearer <st-access-token>\"");
        return text.Append(CultureInfo.InvariantCulture, $"{(recipes.Contains("passwordless") ? "Mails and text messages" : "Mails")} are not sent, but shown: {address}/supertokens/inbox").ToString();
    }
}
