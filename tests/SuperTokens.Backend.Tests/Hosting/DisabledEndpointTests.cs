using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting;

public sealed class DisabledEndpointTests
{
    [Fact]
    public async Task A_disabled_endpoint_is_left_to_the_application_and_the_others_stay()
    {
        await using var app = await StartAsync("POST /signup");
        using var client = app.CreateClient();
        var body = new { formFields = new[] { new { id = "email", value = "a@example.com" }, new { id = "password", value = "Str0ngPassw0rd" } } };

        using var signUp = await client.PostAsJsonAsync("/auth/signup", body);
        using var signUpInTenant = await client.PostAsJsonAsync("/auth/public/signup", body);
        using var signIn = await client.PostAsJsonAsync("/auth/signin", body);

        Assert.Equal(HttpStatusCode.NotFound, signUp.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, signUpInTenant.StatusCode);
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
    }

    [Fact]
    public async Task A_disabled_endpoint_that_is_none_fails_the_start_and_names_those_there_are()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("POST /sign-up"));

        Assert.Contains("SuperTokens:DisabledEndpoints has 'POST /sign-up'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("POST /signup", exception.Message, StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(string disabled)
        => TestApp.StartAsync(builder => builder.AddEmailPassword().AddSession().UseTestCore(), options => options.DisabledEndpoints.Add(disabled));
}
