using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Delivery;

/// <summary>Hands SMS to Twilio's Messages resource (2010-04-01), one request an SMS. Never repeated: an SMS would come twice.</summary>
internal sealed class TwilioSmsSender(IOptions<TwilioOptions> options, ISmsContentProvider contents, IHttpClientFactory clients) : ISmsSender
{
    public const string HttpClientName = "SuperTokens.Twilio";

    private const int MaxErrorBytes = 64 * 1024;

    private readonly TwilioOptions _options = options.Value;

    public async Task SendAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var content = await contents.GetContentAsync(message, cancellationToken);
        using var request = CreateRequest(message.To, content.Text);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_options.Timeout);
        try
        {
            using var client = clients.CreateClient(HttpClientName);

            // The status says whether the SMS was taken: a body that is long or never ends is nothing to wait for.
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            if (!answer.IsSuccessStatusCode)
            {
                throw Failure($"refused the SMS with {(int)answer.StatusCode}{await ReadErrorCodeAsync(answer, timeout.Token)}");
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure($"did not take the SMS within {_options.Timeout}");
        }
        catch (HttpRequestException exception)
        {
            throw Failure("could not be talked to", exception);
        }
    }

    // The service's words may quote the recipient's number; its error number may not.
    private static async Task<string> ReadErrorCodeAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(MaxErrorBytes, cancellationToken);
            var error = await answer.Content.ReadFromJsonAsync(TwilioJsonContext.Default.TwilioError, cancellationToken);
            return error?.Code is { } code ? $" (error {code})" : "";
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException or HttpRequestException)
        {
            return "";
        }
    }

    private HttpRequestMessage CreateRequest(string to, string text)
    {
        KeyValuePair<string, string> sender = string.IsNullOrWhiteSpace(_options.From)
            ? new("MessagingServiceSid", _options.MessagingServiceSid!)
            : new("From", _options.From);
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_options.AccountSid}:{_options.AuthToken}"));
        return new HttpRequestMessage(HttpMethod.Post, $"{_options.BaseAddress.AbsoluteUri.TrimEnd('/')}/2010-04-01/Accounts/{_options.AccountSid}/Messages.json")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", credentials) },
            Content = new FormUrlEncodedContent([new("To", to), sender, new("Body", text)]),
        };
    }

    private SmsDeliveryException Failure(string what, Exception? exception = null)
        => new($"The SMS service {_options.BaseAddress.Host} {what}.", exception);
}
