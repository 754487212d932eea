using Microsoft.AspNetCore.Mvc;
using SuperTokensApp._1.Infrastructure;

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
    .AddSession(PageSessions.Configure)
    .AddRateLimiting();

#if (UseEmbedded)
if (builder.Environment.IsDevelopment())
{
    // A core inside this process, kept in a SQLite file. It steps aside once SuperTokens:ConnectionUri is set.
    superTokens.UseEmbeddedCore();
}

#endif
// Pages with texts from Resources/Texts.resx. No form is accepted without its antiforgery token.
builder.Services.AddLocalization();
builder.Services.AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
builder.Services.ConfigureOptions<SignInPaths>().ConfigureOptions<StaleForms>().ConfigureOptions<HeadRequests>().AddSingleton<SignInPages>();
#if (UsePasswordless || UseThirdParty)
builder.Services.AddSingleton<ProtectedCookies>();
#endif

var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    // Development keeps its error page, and plain HTTP.
    app.UseExceptionHandler("/error");
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.UseStatusCodePagesWithReExecute("/error/answer");
app.UseSecurityHeaders();           // nothing from elsewhere, and no script or style inside a page
app.UseRequestLocalization("en");   // add "de" here once there is a Resources/Texts.de.resx
app.UseSuperTokens();               // serves what scripts need under API_BASE_PATH_VALUE
app.UseAuthorization();

app.MapStaticAssets();
app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
app.Run();
