using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Sign-ins without a password that the application begins itself, for example for an invitation. Take it from the services.</summary>
public sealed class PasswordlessLogins
{
    private readonly PasswordlessMessages _messages;
    private readonly PasswordlessOptions _options;
    private readonly IPasswordlessRecipe _recipe;

    internal PasswordlessLogins(IPasswordlessRecipe recipe, PasswordlessMessages messages, IOptions<PasswordlessOptions> options)
    {
        _recipe = recipe;
        _messages = messages;
        _options = options.Value;
    }

    /// <summary>
    /// Creates a link to the website's page that signs in, whatever the flow type:
    /// <c>{website}{base path}/verify?preAuthSessionId=…&amp;tenantId=…#…</c>. Whoever has it can sign in; nothing is sent.
    /// </summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="contact">The address or number that signs in, and that the link proves.</param>
    /// <param name="session">The session of the user to link to, or null; for overrides.</param>
    /// <param name="context">The request, for apps that serve several websites; null outside one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The link.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<string> CreateMagicLinkAsync(
        string tenantId, PasswordlessContact contact, SessionContainer? session = null, HttpContext? context = null, CancellationToken cancellationToken = default)
    {
        var custom = _options.GetCustomUserInputCode is { } create ? await create(tenantId, cancellationToken) : null;
        return _messages.LinkOf(tenantId, await CreateAsync(tenantId, contact, custom, session, cancellationToken), context);
    }

    /// <summary>
    /// Signs somebody in, or up, without a message: only for an address or number that is known to be theirs. Begins no session.
    /// </summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="contact">The address or number.</param>
    /// <param name="session">The session of the user to link to, or null; only account linking reads it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user.</returns>
    /// <exception cref="InvalidOperationException">The new code did not work; try again.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<SignInUpResult> SignInUpAsync(
        string tenantId, PasswordlessContact contact, SessionContainer? session = null, CancellationToken cancellationToken = default)
    {
        var code = await CreateAsync(tenantId, contact, null, session, cancellationToken);
        SubmittedCode submitted = _options.FlowType is PasswordlessFlowType.MagicLink
            ? new SubmittedCode.Link(code.PreAuthSessionId, code.LinkCode)
            : new SubmittedCode.UserInput(code.PreAuthSessionId, code.DeviceId, code.UserInputCode);
        return await _recipe.ConsumeCodeAsync(tenantId, submitted, session, session is not null, cancellationToken) switch
        {
            ConsumeCodeResult.Ok ok => new SignInUpResult.Ok(ok.User, ok.RecipeUserId, ok.CreatedNewRecipeUser),
            ConsumeCodeResult.LinkingToSessionUserFailed failed => new SignInUpResult.LinkingToSessionUserFailed(failed.Reason),
            _ => throw new InvalidOperationException("Somebody signed in with the same address or number at the same moment. Try again."),
        };
    }

    /// <summary>Sends a mail the way this recipe's mails are sent.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the mail has been handed over.</returns>
    /// <exception cref="EmailDeliveryException">It could not be sent.</exception>
    public Task SendEmailAsync(PasswordlessLoginEmail message, CancellationToken cancellationToken = default) => _messages.SendAsync(message, cancellationToken);

    /// <summary>Sends an SMS the way this recipe's SMS are sent.</summary>
    /// <param name="message">The SMS.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the SMS has been handed over.</returns>
    /// <exception cref="SmsDeliveryException">It could not be sent.</exception>
    public Task SendSmsAsync(PasswordlessLoginSms message, CancellationToken cancellationToken = default) => _messages.SendAsync(message, cancellationToken);

    private async Task<PasswordlessCode> CreateAsync(
        string tenantId, PasswordlessContact contact, string? userInputCode, SessionContainer? session, CancellationToken cancellationToken)
        => await _recipe.CreateCodeAsync(tenantId, contact, userInputCode, session, session is not null, cancellationToken) is CreateCodeResult.Ok ok
            ? ok.Code
            : throw new InvalidOperationException("No code was created.");
}
