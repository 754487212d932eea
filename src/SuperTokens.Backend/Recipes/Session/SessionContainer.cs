using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// A session at hand: verified, created or refreshed. What it changes reaches the frontend by the response of its request,
/// so change it before the response starts.
/// </summary>
public sealed partial class SessionContainer
{
    private readonly Lazy<ISessionRecipe> _recipe;
    private readonly SessionTransfer _transfer;

    private SessionState _state;
    private JsonObject? _payload;
    private bool _isMerged;
    private HttpContext? _context;
    private TokenTransferMethod _method;

    internal SessionContainer(Lazy<ISessionRecipe> recipe, SessionTransfer transfer, SessionState state)
    {
        _recipe = recipe;
        _transfer = transfer;
        _state = state;
    }

    /// <summary>The session's handle: its id in the core.</summary>
    public string Handle => _state.Handle;

    /// <summary>The user's (primary) id.</summary>
    public string UserId => _state.UserId;

    /// <summary>The login method that signed in.</summary>
    public RecipeUserId RecipeUserId => _state.RecipeUserId;

    /// <summary>The tenant signed in to.</summary>
    public string TenantId => _state.TenantId;

    /// <summary>The access token's payload, standard claims included. Change it with <see cref="MergeIntoAccessTokenPayloadAsync"/>.</summary>
    public JsonObject AccessTokenPayload => _payload ??= _state.Token.CreatePayload();

    /// <summary>The access token. Whoever has it is the user until it expires.</summary>
    public string AccessToken => _state.AccessToken;

    /// <summary>All tokens at hand, for applications that carry them themselves. Dangerous: whoever has them is the user.</summary>
    /// <returns>The tokens.</returns>
    public SessionTokens GetAllSessionTokensDangerously()
        => new(_state.AccessToken, _state.RefreshToken?.Token, BuildFrontToken(), _state.AntiCsrfToken, _state.AreTokensNew);

    /// <summary>Revokes the session and clears its tokens from the frontend.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the session is revoked.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task RevokeAsync(CancellationToken cancellationToken = default)
    {
        // Whether there still was a session makes no difference: the frontend must lose its tokens either way.
        await _recipe.Value.RevokeSessionAsync(Handle, cancellationToken);
        if (_context is not null)
        {
            _transfer.Clear(_context, _method);
        }
    }

    /// <summary>Reads the application's data kept with the session.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The data.</returns>
    /// <exception cref="UnauthorisedException">The session is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<JsonObject> GetSessionDataFromDatabaseAsync(CancellationToken cancellationToken = default)
        => (await GetInformationAsync(cancellationToken)).SessionDataInDatabase;

    /// <summary>Replaces the application's data kept with the session. There is no lock: the last one wins.</summary>
    /// <param name="newSessionData">The data.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the data is kept.</returns>
    /// <exception cref="UnauthorisedException">The session is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task UpdateSessionDataInDatabaseAsync(JsonObject newSessionData, CancellationToken cancellationToken = default)
    {
        if (!await _recipe.Value.UpdateSessionDataInDatabaseAsync(Handle, newSessionData, cancellationToken))
        {
            throw Gone();
        }
    }

    /// <summary>Reads when the session was created.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The time.</returns>
    /// <exception cref="UnauthorisedException">The session is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<DateTimeOffset> GetTimeCreatedAsync(CancellationToken cancellationToken = default)
        => DateTimeOffset.FromUnixTimeMilliseconds((await GetInformationAsync(cancellationToken)).TimeCreated);

    /// <summary>Reads when the session expires unless it is refreshed.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The time.</returns>
    /// <exception cref="UnauthorisedException">The session is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<DateTimeOffset> GetExpiryAsync(CancellationToken cancellationToken = default)
        => DateTimeOffset.FromUnixTimeMilliseconds((await GetInformationAsync(cancellationToken)).Expiry);

    /// <summary>Sends the session's tokens, if they are new, with a response, and everything it changes later too.</summary>
    /// <param name="context">The request whose response carries the tokens. It must not have started.</param>
    /// <param name="method">How they travel: cookie or header.</param>
    /// <exception cref="ArgumentException">The method is <see cref="TokenTransferMethod.Any"/>.</exception>
    public void AttachToResponse(HttpContext context, TokenTransferMethod method)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (method == TokenTransferMethod.Any)
        {
            throw new ArgumentException("Tokens are sent in cookies or in headers: choose one.", nameof(method));
        }

        Bind(context, method);
        WriteNewTokens();
    }

    /// <summary>Remembers the response without writing to it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="method">How tokens travel.</param>
    internal void Bind(HttpContext context, TokenTransferMethod method)
    {
        _context = context;
        _method = method;
    }

    /// <summary>The token that <see cref="AccessTokenPayload"/> still comes from; null when the application changed what came from it.</summary>
    internal AccessToken? PayloadToken => _isMerged ? null : _state.Token;

    /// <summary>The same session without a response to write to.</summary>
    /// <returns>A session whose changes reach the core only.</returns>
    internal SessionContainer Detach() => new(_recipe, _transfer, _state) { _payload = _payload?.DeepClone().AsObject(), _isMerged = _isMerged };

    /// <summary>When the access token expires, in milliseconds since the Unix epoch.</summary>
    internal long AccessTokenExpiry => _state.AccessTokenExpiry;

    /// <summary>Whether tokens wait to be written.</summary>
    internal bool HasNewTokens => _state.AreTokensNew;

    /// <summary>Writes new tokens to the response it is bound to.</summary>
    internal void WriteNewTokens()
    {
        if (_context is null || !_state.AreTokensNew)
        {
            return;
        }

        _transfer.SetAccessToken(_context, _method, _state.AccessToken, BuildFrontToken());
        if (_state.RefreshToken is { } refreshToken)
        {
            _transfer.SetRefreshToken(_context, _method, refreshToken);
        }

        if (_state.AntiCsrfToken is { } antiCsrfToken)
        {
            SessionTransfer.SetAntiCsrfToken(_context, antiCsrfToken);
        }
    }

    private static UnauthorisedException Gone() => new("The session does not exist any more.");

    private string BuildFrontToken() => FrontToken.Create(UserId, _state.AccessTokenExpiry, AccessTokenPayload);

    private async Task<SessionInformation> GetInformationAsync(CancellationToken cancellationToken)
        => await _recipe.Value.GetSessionInformationAsync(Handle, cancellationToken) ?? throw Gone();
}
