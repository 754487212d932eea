namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Addresses that recipes make up for users without one. Nobody can sign up or begin to sign in with them.</summary>
internal static class StandInEmail
{
    public static bool Is(string email)
        => email.EndsWith("@stfakeemail.supertokens.com", StringComparison.OrdinalIgnoreCase) || email.EndsWith(".fakeemail.com", StringComparison.OrdinalIgnoreCase);
}
