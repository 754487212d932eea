namespace SuperTokens.Load;

/// <summary>A Web API without authentication: what a request costs by itself.</summary>
internal static class PlainServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddControllers();
        await using var app = builder.Build();
        app.MapControllers();
        await app.RunAsync();
    }
}
