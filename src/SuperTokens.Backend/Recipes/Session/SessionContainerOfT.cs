using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// A session with its access token's payload as a type of the application's own, which <c>AddSessionPayload</c> registers. Minimal APIs and controllers
/// take it as a parameter; elsewhere there is <c>GetSession&lt;TPayload&gt;()</c>. Where a payload has not the shape of the type, as in sessions from
/// before it got a new required property, the answer is a 403 that names <c>payload</c>.
/// </summary>
/// <typeparam name="TPayload">The payload's type.</typeparam>
[ModelBinder(typeof(SessionContainerModelBinder))]
public sealed partial class SessionContainer<TPayload>
{
    internal SessionContainer(SessionContainer session, TPayload payload)
    {
        Session = session;
        Payload = payload;
    }

    /// <summary>The session, to change or end it.</summary>
    public SessionContainer Session { get; }

    /// <summary>The access token's payload as it was when the session was bound.</summary>
    public TPayload Payload { get; }

    /// <summary>The session's handle: its id in the core.</summary>
    public string Handle => Session.Handle;

    /// <summary>The user's (primary) id.</summary>
    public string UserId => Session.UserId;

    /// <summary>The tenant signed in to.</summary>
    public string TenantId => Session.TenantId;
}
