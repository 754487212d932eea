using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;

namespace SuperTokens.Backend.Delivery;

/// <summary>Keeps the newest mails and SMS of a development run in memory.</summary>
internal sealed class DevelopmentInbox(TimeProvider time, IHostEnvironment? environment = null)
{
    /// <summary>Where the page is. Outside the API's usual base path and no path of the FDI.</summary>
    public const string Path = "/supertokens/inbox";

    private const int Capacity = 50;

    private readonly Lock _lock = new();
    private ImmutableList<InboxMessage> _messages = [];
    private int _count;

    /// <summary>Whether messages come here. Only then is there a page.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The messages, newest first.</summary>
    public ImmutableList<InboxMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return _messages;
            }
        }
    }

    /// <summary>Lets messages come here.</summary>
    /// <exception cref="InvalidOperationException">This is not the environment Development.</exception>
    public void Open()
    {
        if (environment?.IsDevelopment() != true)
        {
            throw new InvalidOperationException(
                $"The development inbox shows everybody's messages to anybody, so it only exists in the environment Development; this is {environment?.EnvironmentName ?? "none"}. {UnconfiguredEmailSender.Fix} {UnconfiguredSmsSender.Fix}");
        }

        IsOpen = true;
    }

    public void Add(InboxMessage message)
    {
        lock (_lock)
        {
            _messages = _messages.Insert(0, message with { Number = ++_count, Time = time.GetUtcNow() });
            if (_messages.Count > Capacity)
            {
                _messages = _messages.RemoveAt(Capacity);
            }
        }
    }
}
