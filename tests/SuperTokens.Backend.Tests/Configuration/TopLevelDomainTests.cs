using SuperTokens.Testing;

namespace SuperTokens.Backend.Configuration;

public sealed class TopLevelDomainTests
{
    public static TheoryData<string, string?> Sites => Vectors.Load("tld-same-site.json");

    [Theory]
    [MemberData(nameof(Sites))]
    public void The_site_is_found_as_in_the_other_SDKs(string input, string? expected)
    {
        Assert.Equal(expected is not null, TopLevelDomain.TryGet(input, out var site));
        Assert.Equal(expected, site);
    }

    [Theory]
    [InlineData("https://a.b.ck", "a.b.ck")] // wildcard rule *.ck
    [InlineData("https://x.a.b.ck", "a.b.ck")]
    [InlineData("https://x.www.ck", "www.ck")] // exception rule !www.ck
    [InlineData("https://app.github.io", "app.github.io")] // private suffix
    [InlineData("https://x.app.github.io", "app.github.io")]
    [InlineData("https://github.io", "github.io")] // a public suffix is a site of its own
    [InlineData("https://a.xn--55qx5d.cn", "a.xn--55qx5d.cn")] // a rule written in Chinese, in punycode
    [InlineData("https://a.xn--fiqs8s", "a.xn--fiqs8s")]
    [InlineData("https://x.example.unknown-tld", "example.unknown-tld")]
    [InlineData("http://api:8080", "api")]
    [InlineData("http://[::1]:8080", "localhost")]
    public void Every_kind_of_rule_of_the_public_suffix_list_counts(string domain, string expected)
    {
        Assert.True(TopLevelDomain.TryGet(domain, out var site));
        Assert.Equal(expected, site);
    }
}
