using System.Net;

namespace SuperTokensApp._1.Tests;

public sealed class UserRolesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Members_is_for_those_who_joined_and_staff_for_nobody_yet()
    {
        var person = await People.SignInAsync(app);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(person, HttpMethod.Get, "/members"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(person, HttpMethod.Post, "/membership"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(person, HttpMethod.Get, "/members"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(person, HttpMethod.Get, "/staff"));
    }

    private static async Task<HttpStatusCode> StatusAsync(Frontend person, HttpMethod method, string path)
    {
        using var response = await person.CallAsync(method, path);
        return response.StatusCode;
    }
}
