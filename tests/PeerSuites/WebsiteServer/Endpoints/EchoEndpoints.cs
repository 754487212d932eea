using Microsoft.AspNetCore.Mvc;

namespace SuperTokens.PeerSuites.WebsiteServer.Endpoints;

/// <summary>Whether a client sends what it should, and what it makes of answers that are not the SDK's.</summary>
internal static class EchoEndpoints
{
    public static void MapEchoes(this WebApplication app)
    {
        app.MapGet("/ping", () => "success");
        app.MapGet("/check-rid", (HttpRequest request) => Says(HasRid(request), "fail")).RequireSession();
        app.MapGet("/check-rid-no-session", (HttpRequest request) => Says(HasRid(request), "fail"));
        app.MapPost("/multipleInterceptors", (HttpRequest request) => Says(Has(request, "interceptorheader1") && Has(request, "interceptorheader2"), "failure"));
        app.MapGet("/testHeader", (HttpRequest request) => new { success = Has(request, "st-custom-header") });
        app.MapPost("/checkAllowCredentials", (HttpRequest request) => Results.Json(Has(request, "allow-credentials")));
        app.MapPost("/403-without-body", () => Results.StatusCode(StatusCodes.Status403Forbidden));
        app.MapGet("/testError", ([FromQuery] int? code) => Results.Text("test error message", statusCode: code ?? StatusCodes.Status500InternalServerError));
        app.Map("/testing", (HttpContext context) =>
        {
            if (context.Request.Headers.TryGetValue("testing", out var value))
            {
                context.Response.Headers["testing"] = value;
            }

            return "success";
        });
    }

    private static bool HasRid(HttpRequest request) => request.Headers["rid"].ToString().StartsWith("anti-csrf", StringComparison.Ordinal);

    private static bool Has(HttpRequest request, string header) => request.Headers.ContainsKey(header);

    private static string Says(bool success, string otherwise) => success ? "success" : otherwise;
}
