namespace SuperTokens.Backend.Delivery;

/// <summary>An SMS a recipe wants sent. Each kind of SMS is a record of its own, with what its text needs.</summary>
/// <param name="To">The recipient's number, in E.164 form such as <c>+15551234567</c> unless the app's own check takes others.</param>
/// <param name="TenantId">The tenant the SMS belongs to.</param>
public abstract record SmsMessage(string To, string TenantId)
{
    /// <summary>Names the kind of SMS; number, code and links stay out of logs.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;
}
