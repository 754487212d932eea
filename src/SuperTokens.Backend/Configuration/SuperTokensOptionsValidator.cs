using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Configuration;

/// <summary>Checks the settings when the application starts. Each message names the setting, the value and the fix.</summary>
internal sealed class SuperTokensOptionsValidator(IEnumerable<InProcessCore> inProcessCores) : IValidateOptions<SuperTokensOptions>
{
    private const string DomainForm = "It must be scheme, host and port";
    private const string PathForm = "It must be a path";

    public ValidateOptionsResult Validate(string? name, SuperTokensOptions options)
    {
        var failures = new List<string>();
        var app = options.AppInfo;
        Require(failures, "AppInfo:AppName", app.AppName, "the application's name as people see it, such as Acme");
        if (Require(failures, "AppInfo:ApiDomain", app.ApiDomain, "this API's address as the browser reaches it, such as https://api.example.com"))
        {
            CheckDomain(failures, "AppInfo:ApiDomain", app.ApiDomain, "https://api.example.com");
        }

        CheckWebsite(failures, app);
        CheckPath(failures, "AppInfo:ApiBasePath", app.ApiBasePath, "/auth");
        CheckPath(failures, "AppInfo:WebsiteBasePath", app.WebsiteBasePath, "/auth");
        CheckPath(failures, "AppInfo:ApiGatewayPath", app.ApiGatewayPath, "/gateway");
        CheckCore(failures, options);
        if (options.MaxRequestBodySize <= 0)
        {
            failures.Add($"SuperTokens:MaxRequestBodySize is {options.MaxRequestBodySize}. Set it to a number of bytes above zero, such as 1048576.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckWebsite(List<string> failures, AppInfoOptions app)
    {
        if (app.OriginOfRequest is not null)
        {
            return;
        }

        var setting = app.Origin is not null ? "AppInfo:Origin" : "AppInfo:WebsiteDomain";
        var origin = app.Origin ?? app.WebsiteDomain;
        if (Require(failures, setting, origin, "the website's address, such as https://example.com (SuperTokens:AppInfo:Origin does as well)"))
        {
            CheckDomain(failures, setting, origin, "https://example.com");
        }
    }

    private static bool Require(List<string> failures, string setting, string? value, string whatItIs)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            return true;
        }

        failures.Add($"SuperTokens:{setting} is {(value is null ? "not set" : "empty")}. Set it to {whatItIs}.");
        return false;
    }

    private static void CheckDomain(List<string> failures, string setting, string? value, string example)
    {
        if (!NormalisedUrl.TryGetDomain(value, out var domain) || !TopLevelDomain.TryGet(domain, out _))
        {
            failures.Add($"SuperTokens:{setting} is '{value}', which is not an address. {DomainForm}, such as {example}.");
        }
    }

    private static void CheckPath(List<string> failures, string setting, string? value, string example)
    {
        if (value is not null && !NormalisedUrl.TryGetPath(value, out _))
        {
            failures.Add($"SuperTokens:{setting} is '{value}', which is not a path. {PathForm}, such as {example}.");
        }
    }

    private void CheckCore(List<string> failures, SuperTokensOptions options)
    {
        CoreOptionsCheck.Run(failures, options.Core);
        if (options.ApiKey.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            // The only setting whose value a message must not show.
            failures.Add("SuperTokens:ApiKey holds a character that no HTTP header can carry. Set it to the core's key alone, without a line break at its end.");
        }

        if (string.IsNullOrWhiteSpace(options.ConnectionUri))
        {
            if (!inProcessCores.Any())
            {
                failures.Add(
                    "SuperTokens:ConnectionUri is not set. Set it to the address of your SuperTokens core, such as http://localhost:3567, "
                    + "or call UseEmbeddedCore() during development.");
            }
        }
        else if (!CoreHosts.TryParse(options.ConnectionUri, out _))
        {
            failures.Add(
                $"SuperTokens:ConnectionUri is '{options.ConnectionUri}', which is not a list of addresses. It must be one or more addresses "
                + "separated by ';', such as http://localhost:3567 or https://core.example.com/appid-shop.");
        }
    }
}
