using System.Text;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>gRPC's own client and server over HTTP/2 in memory.</summary>
public sealed class GrpcTests
{
    [Fact]
    public async Task A_bearer_token_authenticates_a_call()
    {
        await using var app = await StartAsync();
        var frontend = await app.SignInAsync("header");
        using var channel = Channel(app);

        Assert.Equal("user-1", await CallAsync(channel, GreeterBase.WhoAmIMethod, frontend.AccessToken));
    }

    [Fact]
    public async Task Without_a_session_a_call_is_unauthenticated_and_without_the_claim_it_is_denied()
    {
        await using var app = await StartAsync();
        var frontend = await app.SignInAsync("header");
        using var channel = Channel(app);

        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => CallAsync(channel, GreeterBase.WhoAmIMethod, null))).StatusCode);
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => CallAsync(channel, GreeterBase.WhoAmIMethod, frontend.AccessToken + "x"))).StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => CallAsync(channel, GreeterBase.ProMethod, frontend.AccessToken))).StatusCode);
    }

    private static Task<SessionApp> StartAsync() => SessionApp.StartAsync(
        setUp: builder => builder.Services.AddGrpc(), map: web => web.MapGrpcService<Greeter>());

    private static GrpcChannel Channel(SessionApp app)
        => GrpcChannel.ForAddress("http://localhost:4000", new GrpcChannelOptions { HttpHandler = new Http2Handler(app.App.Server.CreateHandler()) });

    private static async Task<string> CallAsync(GrpcChannel channel, Method<string, string> method, string? token)
    {
        var headers = new Metadata();
        if (token is not null)
        {
            headers.Add("authorization", $"Bearer {token}");
        }

        using var call = channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(headers), "hello");
        return await call;
    }

    // The server in memory answers every version; gRPC's client looks for HTTP/2.
    private sealed class Http2Handler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Version = request.Version;
            return response;
        }
    }
}

[BindServiceMethod(typeof(GreeterBase), nameof(BindService))]
public abstract class GreeterBase
{
    public static readonly Method<string, string> WhoAmIMethod = Create("WhoAmI");
    public static readonly Method<string, string> ProMethod = Create("Pro");

    public abstract Task<string> WhoAmI(string request, ServerCallContext context);

    public abstract Task<string> Pro(string request, ServerCallContext context);

    public static void BindService(ServiceBinderBase binder, GreeterBase? service)
    {
        ArgumentNullException.ThrowIfNull(binder);
        binder.AddMethod(WhoAmIMethod, service is null ? null! : new UnaryServerMethod<string, string>(service.WhoAmI));
        binder.AddMethod(ProMethod, service is null ? null! : new UnaryServerMethod<string, string>(service.Pro));
    }

    private static Method<string, string> Create(string name)
    {
        var text = Marshallers.Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);
        return new Method<string, string>(MethodType.Unary, "test.Greeter", name, text, text);
    }
}

[Authorize]
public sealed class Greeter : GreeterBase
{
    public override Task<string> WhoAmI(string request, ServerCallContext context) => Task.FromResult(context.GetHttpContext().GetSession()!.UserId);

    [RequireSessionClaim("plan", "pro")]
    public override Task<string> Pro(string request, ServerCallContext context) => Task.FromResult("in");
}
