using System.Net;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Faults;

public sealed class ParallelRefreshTests
{
    [Fact]
    public async Task Fifty_refreshes_of_one_session_at_once_all_work_and_are_no_theft()
    {
        await using var app = await FaultApp.StartAsync(hosts: 2);
        var frontend = await app.SignUpAsync();
        var copies = Enumerable.Range(0, 50).Select(_ => frontend.Copy()).ToArray();

        var answers = await Task.WhenAll(copies.Select(copy => copy.RefreshAsync()));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        (await copies[^1].GetAsync("/me")).AssertOk();
        (await copies[^1].RefreshAsync()).AssertOk();
        (await copies[^1].GetAsync("/check-db")).AssertOk();
    }

    [Fact]
    public async Task Half_the_answers_getting_lost_is_no_theft_either()
    {
        await using var app = await FaultApp.StartAsync(hosts: 2);
        var frontend = await app.SignUpAsync();
        app.Host.Fault = Fault.AnswerLost;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => frontend.Copy().RefreshAsync()));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.InternalServerError));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.InternalServerError);
        app.Host.Fault = Fault.None;
        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.GetAsync("/check-db")).AssertOk();
    }
}
