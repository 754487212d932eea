using Microsoft.AspNetCore.Builder;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Which middleware the application put into its pipeline, and in which order, as far as that can be seen.</summary>
internal sealed class UsedMiddleware
{
    // ASP.NET Core: AuthorizationAppBuilderExtensions sets it, and WebApplication adds authorization by itself where it is not set.
    private const string AuthorizationSet = "__AuthorizationMiddlewareSet";

    // ASP.NET Core: EndpointRoutingApplicationBuilderExtensions sets it. Where WebApplication adds routing by itself, it does so before all else.
    private const string RoutingSet = "__EndpointRouteBuilder";

    private IApplicationBuilder? _app;
    private bool _isRoutingBefore;
    private bool _authorizationBeforeCors;
    private bool _authorizationByItself;

    /// <summary>Whether <c>UseSuperTokensCors</c> was called.</summary>
    public bool HasCors { get; private set; }

    /// <summary>How often <c>UseSuperTokens</c> was called.</summary>
    public int Times { get; private set; }

    /// <summary>Whether authorization runs before CORS: because it is called first, or not at all, so that WebApplication puts it first.</summary>
    public bool IsAuthorizationBeforeCors => _authorizationBeforeCors || _authorizationByItself;

    /// <summary>Whether <c>UseRouting</c> was called after <c>UseSuperTokens</c>, so that requests have no endpoint yet when the latter runs.</summary>
    public bool IsRoutingLater => !_isRoutingBefore && _app?.Properties.ContainsKey(RoutingSet) == true;

    /// <summary>Notes a call of <c>UseSuperTokensCors</c>.</summary>
    /// <param name="app">The pipeline.</param>
    public void Cors(IApplicationBuilder app)
    {
        HasCors = true;
        _authorizationBeforeCors = app.Properties.ContainsKey(AuthorizationSet);
    }

    /// <summary>Notes a call of <c>UseSuperTokens</c>.</summary>
    /// <param name="app">The pipeline.</param>
    public void SuperTokens(IApplicationBuilder app)
    {
        Times++;
        _app = app;
        _isRoutingBefore = app.Properties.ContainsKey(RoutingSet);
    }

    /// <summary>Looks at the pipeline once Program.cs has built it and the web server has not started.</summary>
    public void EndOfProgram() => _authorizationByItself = _app is WebApplication && !_app.Properties.ContainsKey(AuthorizationSet);
}
