using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.AccountLinking;

/// <summary>What became of an attempt to make a user primary or to link two, or what would become of it.</summary>
internal abstract record LinkOutcome
{
    private LinkOutcome()
    {
    }

    /// <summary>It is so. <c>Already</c>: it was so before.</summary>
    internal sealed record Ok(StoredUser User, bool Already) : LinkOutcome;

    internal sealed record UnknownUser : LinkOutcome;

    internal sealed record NotAPrimaryUser : LinkOutcome;

    /// <summary>The login method belongs to this primary user.</summary>
    internal sealed record BelongsToAnother(StoredUser Owner) : LinkOutcome;

    /// <summary>Another primary user has the account in a tenant that both would share.</summary>
    internal sealed record AccountTaken(AccountLinkStore.Conflict By) : LinkOutcome;
}
