using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Instruments;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

/// <summary>A function the suite calls: its arguments, and the application's services.</summary>
internal sealed class Call(HttpContext context, JsonObject body)
{
    public HttpContext Context { get; } = context;

    public JsonObject Body { get; } = body;

    public CancellationToken Cancelled => Context.RequestAborted;

    public string TenantId => Body.Text("tenantId") ?? "public";

    public RecipeUserId RecipeUserId => new(Text("recipeUserId"));

    public T Get<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    public string Text(string name) => Body.Text(name) ?? throw new InvalidOperationException($"The argument {name} is missing.");

    public bool Flag(string name, bool otherwise = false) => Body.Flag(name) ?? otherwise;

    /// <summary>The session a test hands over: the object it was given, or else the one of the access token.</summary>
    public async Task<SessionContainer?> SessionAsync()
        => Body["session"] is JsonObject session
            ? Get<KnownSessions>().Find(session.Text("accessToken")!) ?? await Get<ISessions>().GetAsync(
                session.Text("accessToken")!,
                options: new VerifySessionOptions { AntiCsrfCheck = false, OverrideGlobalClaimValidators = (_, _, _) => ValueTask.FromResult<IReadOnlyList<SessionClaimValidator>>([]) },
                cancellationToken: Cancelled)
            : null;

    public async Task<User> UserAsync()
        => await Get<IUserDirectory>().GetUserAsync(RecipeUserId.Value, Cancelled) ?? throw new InvalidOperationException("Unknown recipeUserId");

    public static AccountInfo AccountInfo(JsonObject json) => new()
    {
        Email = json.Text("email"),
        PhoneNumber = json.Text("phoneNumber"),
        ThirdParty = json["thirdParty"] is JsonObject account ? new ThirdPartyAccount(account.Text("id")!, account.Text("userId")!) : null,
    };
}
