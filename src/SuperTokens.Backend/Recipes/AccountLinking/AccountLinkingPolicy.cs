using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Reads the wish from <see cref="AccountLinkingOptions"/>.</summary>
internal sealed class AccountLinkingPolicy(IOptions<AccountLinkingOptions> options) : IAccountLinkingPolicy
{
    private readonly AccountLinkingOptions _options = options.Value;

    public bool IsOn => _options.Automatic || _options.ShouldDoAutomaticAccountLinking is not null;

    public bool RequiresBothSides => _options.RequireVerificationOnBothSides;

    public ValueTask<LinkingDecision> DecideAsync(LinkingQuestion question, CancellationToken cancellationToken)
        => _options.ShouldDoAutomaticAccountLinking is { } decide
            ? decide(question, cancellationToken)
            : new ValueTask<LinkingDecision>(_options.Automatic ? new LinkingDecision.Link(_options.RequireVerification) : new LinkingDecision.DoNotLink());

    public async ValueTask<bool> ShouldBecomePrimaryAsync(User user, string tenantId, SessionContainer? session, CancellationToken cancellationToken)
        => await DecideAsync(new LinkingQuestion(NewAccountInfo.From(user.LoginMethods[0]), null, session, tenantId), cancellationToken) is LinkingDecision.Link link
            && (!link.RequireVerification || user.LoginMethods[0].Verified);
}
