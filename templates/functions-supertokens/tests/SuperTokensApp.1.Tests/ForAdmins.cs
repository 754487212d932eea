using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SuperTokensApp._1.Tests;

/// <summary>A function that the tests add to the app, for people with a role that nobody has.</summary>
public class ForAdmins
{
    public const string Path = "/for-admins";

    [Function("ForAdmins")]
    [Authorize(Roles = "admin")]
    public IResult Welcome([HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "for-admins")] HttpRequest request)
        => Results.Text("Welcome, admin.");
}
