namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The names of the fields read from one answer of a provider. A dot reaches into an object, as in <c>data.id</c>; an empty name reads none.</summary>
public sealed record UserInfoFields
{
    /// <summary>The field of the user's id, or null for <c>sub</c>.</summary>
    public string? UserId { get; set; }

    /// <summary>The field of the e-mail address, or null for <c>email</c>.</summary>
    public string? Email { get; set; }

    /// <summary>
    /// The field that says whether the address is verified, or null for <c>email_verified</c>. Where the ID token's is not empty, it
    /// alone decides, even if there is no ID token: a provider without any needs <c>""</c> there for the other one to count.
    /// </summary>
    public string? EmailVerified { get; set; }
}
