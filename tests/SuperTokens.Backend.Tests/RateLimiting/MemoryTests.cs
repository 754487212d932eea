using Microsoft.Extensions.Time.Testing;
using SuperTokens.Backend.Hosting.RateLimiting;

namespace SuperTokens.Backend.RateLimiting;

public sealed class MemoryTests
{
    private const int Capacity = 1_000;

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_hundred_thousand_keys_leave_no_more_behind_than_the_setting_says()
    {
        var allowances = Create(permits: 3);
        for (var key = 0; key < 100_000; key++)
        {
            allowances.Take((UInt128)key);
            Assert.True(allowances.Count <= Capacity);
        }
    }

    [Fact]
    public void A_key_in_use_stays_limited_while_a_hundred_thousand_others_pass()
    {
        var allowances = Create(permits: 3);
        var taken = 0;
        for (var key = 0; key < 100_000; key++)
        {
            allowances.Take((UInt128)(key + 1));
            taken += key % 100 == 0 && allowances.Take(0) is null ? 1 : 0;
        }

        Assert.Equal(3, taken);
    }

    [Fact]
    public void A_permit_given_back_is_there_again_and_never_more_than_all()
    {
        var allowances = Create(permits: 2);
        allowances.Take(7);
        allowances.GiveBack(7);
        allowances.GiveBack(7);
        Assert.Equal(0, allowances.Count);
        Assert.Null(allowances.Take(7));
        Assert.Null(allowances.Take(7));
        Assert.Equal(TimeSpan.FromSeconds(30), allowances.Take(7));
        allowances.Reset(7);
        Assert.Null(allowances.Take(7));
    }

    [Fact]
    public void Keys_of_one_text_differ_from_process_to_process()
        => Assert.NotEqual(new RateLimitKeys().OfText("ann@example.com"), new RateLimitKeys().OfText("ann@example.com"));

    private Allowances Create(int permits) => new(new RateLimit(permits, TimeSpan.FromMinutes(1)), Capacity, _time);
}
