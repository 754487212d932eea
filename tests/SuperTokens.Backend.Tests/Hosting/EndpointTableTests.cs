using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Hosting;

public sealed class EndpointTableTests
{
    [Fact]
    public void A_path_base_is_part_of_the_path_as_the_browser_sees_it()
    {
        var table = Create("/api/auth");
        Assert.NotNull(table.Find(Request("/auth/signin", "/api"), out _));
        Assert.Null(table.Find(Request("/api/auth/signin", "/other"), out _));
    }

    [Fact]
    public void A_gateways_path_may_be_taken_away_as_a_path_base()
    {
        var table = Create("/auth", gateway: "/api");
        Assert.NotNull(table.Find(Request("/auth/signin", "/api"), out _));
        Assert.NotNull(table.Find(Request("/auth/signin"), out _));
        Assert.Null(table.Find(Request("/auth/signin", "/other"), out _));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app/orders/1")]
    [InlineData("/auth/unknown")]
    [InlineData("/auth/tenant-1/unknown/path")]
    public void A_request_of_the_application_costs_no_memory(string path)
    {
        var table = Create("/auth");
        var request = Request(path);
        table.Find(request, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            table.Find(request, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static EndpointTable Create(string basePath, string? gateway = null)
    {
        var options = new SuperTokensOptions();
        PipelineTests.Configure(options);
        options.AppInfo.ApiBasePath = basePath;
        options.AppInfo.ApiGatewayPath = gateway;
        return new EndpointTable(new NormalisedAppInfo(Options.Create(options)), () => [new TestEndpoints(TestEndpoints.Echo("emailpassword", "POST", "/signin"))], []);
    }

    private static HttpRequest Request(string path, string pathBase = "")
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Path, request.PathBase) = ("POST", path, pathBase);
        return request;
    }
}
