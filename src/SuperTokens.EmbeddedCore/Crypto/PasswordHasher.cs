namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>bcrypt (<c>$2a$</c>), as the core hashes by default.</summary>
internal sealed class PasswordHasher(int cost)
{
    public string Hash(string password) => BCrypt.Net.BCrypt.HashPassword(password, cost);

    public static bool Verify(string password, string hash) => BCrypt.Net.BCrypt.Verify(password, hash);

    /// <summary>Whether a hash made elsewhere is one this class can verify.</summary>
    public static bool IsBcrypt(string hash)
    {
        try
        {
            // PHP and others mark the same algorithm 2y or 2b.
            return hash.Length == 60 && BCrypt.Net.BCrypt.InterrogateHash(hash).WorkFactor is not null;
        }
        catch (BCrypt.Net.HashInformationException)
        {
            return false;
        }
    }
}
