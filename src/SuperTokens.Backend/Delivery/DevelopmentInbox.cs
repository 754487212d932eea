using System.Collections.Immutable;

namespace SuperTokens.Backend.Delivery;

/// <summary>Keeps the newest mails of a development run in memory.</summary>
internal sealed class DevelopmentInbox(TimeProvider time)
{
    /// <summary>Where the page is. Outside the API's usual base path and no path of the FDI.</summary>
    public const string Path = "/supertokens/inbox";

    private const int Capacity = 50;

    private readonly Lock _lock = new();
    private ImmutableList<InboxMail> _mails = [];
    private int _count;

    /// <summary>Whether mails come here. Only then is there a page.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The mails, newest first.</summary>
    public ImmutableList<InboxMail> Mails
    {
        get
        {
            lock (_lock)
            {
                return _mails;
            }
        }
    }

    public void Open() => IsOpen = true;

    public void Add(string recipient, EmailContent content)
    {
        lock (_lock)
        {
            var mail = new InboxMail(++_count, time.GetUtcNow(), recipient, content);
            _mails = _mails.Insert(0, mail);
            if (_mails.Count > Capacity)
            {
                _mails = _mails.RemoveAt(Capacity);
            }
        }
    }
}
