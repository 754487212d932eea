using System.Globalization;
using SuperTokens.Load;

// What 'dotnet eng/build.cs bench' loads beside the generated app; where they listen is in ASPNETCORE_URLS.
switch (args)
{
    case ["core", var dataDirectory]:
        await CoreServer.RunAsync(dataDirectory);
        return 0;
    case ["plain"]:
        await PlainServer.RunAsync();
        return 0;
    case ["jwtbearer", var core, var issuer]:
        await JwtBearerServer.RunAsync(new Uri(core), issuer);
        return 0;
    case ["routes", var routes, var core]:
        await RoutesServer.RunAsync(int.Parse(routes, CultureInfo.InvariantCulture), new Uri(core));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Use one of: core <data directory>, plain, jwtbearer <core> <issuer>, routes <number> <core>");
        return 2;
}
