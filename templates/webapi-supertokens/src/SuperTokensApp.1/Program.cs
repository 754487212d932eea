var builder = WebApplication.CreateBuilder(args);

#if (openTelemetry)
builder.AddTelemetry();

#endif
// How people sign in. Addresses and keys come from the "SuperTokens" section of appsettings.json.
#if (UseEmbedded)
var superTokens = builder.Services
#else
builder.Services
#endif
    .AddSuperTokens(builder.Configuration.GetSection("SuperTokens"))
    .AddEmailPassword()
    .AddSession()
    .AddRateLimiting();

#if (UseEmbedded)
if (builder.Environment.IsDevelopment())
{
    // A core inside this process, kept in a SQLite file. It steps aside once SuperTokens:ConnectionUri is set.
    superTokens.UseEmbeddedCore();
}

#endif
builder.Services.AddControllers();
builder.Services.AddProblemDetails();

var app = builder.Build();

app.UseSuperTokensSecurityHeaders();   // no answer runs anything in a browser, or shows in another page
if (!app.Environment.IsDevelopment())
{
    // Development keeps its error page, and plain HTTP: a redirect would break the browser's CORS preflight.
    app.UseExceptionHandler();
    app.UseHttpsRedirection();
}

app.UseSuperTokensCors();   // your website's origin only, with credentials
app.UseSuperTokens();       // serves everything under API_BASE_PATH_VALUE
app.UseAuthorization();

app.MapControllers();
app.Run();
