using System.Reflection;
using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Conventions;

public sealed class LogConventionTests
{
    private static readonly MethodInfo[] Messages = [.. Code.Types
        .SelectMany(type => type.GetMethods(Code.Declared))
        .Where(method => method.IsDefined(typeof(LoggerMessageAttribute), inherit: false))];

    [Fact]
    public void Log_messages_are_written_in_Log_classes()
    {
        Assert.NotEmpty(Messages);
        Findings.None(Messages.Where(method => !method.DeclaringType!.Name.EndsWith("Log", StringComparison.Ordinal)).Select(Code.Name));
    }

    [Fact]
    public void Every_log_class_has_a_hundred_event_ids_of_its_own()
    {
        var ids = Messages.Select(method => (Type: method.DeclaringType!, Id: method.GetCustomAttribute<LoggerMessageAttribute>()!.EventId)).ToList();
        Findings.None(ids.GroupBy(message => message).Where(group => group.Count() > 1).Select(group => $"{group.Key} is used twice"));
        Findings.None(ids.GroupBy(message => message.Id / 100)
            .Where(block => block.Select(message => message.Type).Distinct().Count() > 1)
            .Select(block => $"{block.Key * 100} to {(block.Key * 100) + 99}: {string.Join(", ", block.Select(message => message.Type.Name).Distinct())}"));
    }

    [Fact]
    public void No_log_message_has_a_place_for_secrets_or_for_what_names_a_person()
    {
        string[] forbidden = ["token", "password", "email", "phone", "body", "secret", "key", "code", "cookie", "query", "url", "payload"];
        Findings.None(
            from message in Messages
            from parameter in message.GetParameters()
            where forbidden.Any(word => parameter.Name!.Contains(word, StringComparison.OrdinalIgnoreCase))
            select $"{Code.Name(message)}: {parameter.Name}");
    }

    [Fact]
    public void Every_host_that_a_test_starts_is_watched_for_what_must_not_be_logged()
    {
        // The templates' applications are processes of their own.
        string[] folders = ["tests/Shared", "tests/SuperTokens.Backend.Tests", "tests/SuperTokens.EmbeddedCore.Tests"];
        var hosts = folders.SelectMany(folder => SourceFile.Below(folder))
            .Where(file => new[] { "WebApplication.Create", ".AddSuperTokens(", "StartAsync()" }.All(part => file.Code.Any(line => line.Contains(part, StringComparison.Ordinal))))
            .ToList();
        Assert.NotEmpty(hosts);
        Findings.None(hosts.Where(file => !file.Code.Any(line => line.Contains(".AddLeakCheck(", StringComparison.Ordinal))).Select(file => file.Path));
    }
}
