using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Conventions;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Docs;

/// <summary>The table of log events in <c>docs/observability.md</c>. With <c>UPDATE_DOCS=1</c> the test writes it.</summary>
public sealed class EventIdTests
{
    private const string Begin = "<!-- events -->\n";
    private const string End = "<!-- /events -->";

    [Fact]
    public async Task The_page_lists_every_log_event_as_the_code_has_it()
    {
        var path = Path.Combine(Repository.Root, "docs/observability.md");
        var page = await File.ReadAllTextAsync(path);
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            page = page[..begin] + Table() + page[end..];
            await File.WriteAllTextAsync(path, page);
            end = page.IndexOf(End, StringComparison.Ordinal);
        }

        Assert.True(Table() == page[begin..end], "The table of events is not what the code has. Write it anew: UPDATE_DOCS=1 dotnet test --filter EventIdTests.");
    }

    private static string Table()
    {
        var rows =
            from method in Code.Types.SelectMany(type => type.GetMethods(Code.Declared))
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            orderby message.EventId
            select string.Create(CultureInfo.InvariantCulture, $"| {message.EventId} | {method.Name} | {message.Level} | {message.Message.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        return "| id | name | level | message |\n|---|---|---|---|\n" + string.Concat(rows);
    }
}
