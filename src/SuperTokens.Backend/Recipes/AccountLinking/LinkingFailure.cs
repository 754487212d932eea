namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Why a login method could not be linked to the user of the request's session.</summary>
public enum LinkingFailure
{
    /// <summary>Its e-mail address must be verified first.</summary>
    EmailVerificationRequired,

    /// <summary>It already belongs to another primary user.</summary>
    AlreadyLinkedToAnotherUser,

    /// <summary>Its e-mail address already belongs to another primary user.</summary>
    AccountInfoBelongsToAnotherUser,

    /// <summary>The e-mail address of the session's user already belongs to another primary user.</summary>
    SessionUserAccountInfoBelongsToAnotherUser,
}
