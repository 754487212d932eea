namespace SuperTokens.Backend.Delivery;

/// <summary>A mail a recipe wants sent. Each kind of mail is a record of its own, with what its text needs.</summary>
/// <param name="To">The recipient's address.</param>
/// <param name="TenantId">The tenant the mail belongs to.</param>
public abstract record EmailMessage(string To, string TenantId)
{
    /// <summary>Names the kind of mail; address and links stay out of logs.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;
}
