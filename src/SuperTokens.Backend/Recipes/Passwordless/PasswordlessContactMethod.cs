namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What people sign in with.</summary>
public enum PasswordlessContactMethod
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>An e-mail address or a phone number, as they like.</summary>
    EmailOrPhone,
}
