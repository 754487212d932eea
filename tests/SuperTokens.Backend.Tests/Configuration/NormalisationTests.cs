using SuperTokens.Testing;

namespace SuperTokens.Backend.Configuration;

public sealed class NormalisationTests
{
    public static TheoryData<string, string?> Domains => Vectors.Load("normalised-url-domain.json");

    public static TheoryData<string, string?> Paths => Vectors.Load("normalised-url-path.json");

    public static TheoryData<string, string?> CookieDomains => Vectors.Load("cookie-domain.json");

    [Theory]
    [MemberData(nameof(Domains))]
    public void A_domain_is_normalised_as_in_the_other_SDKs(string input, string? expected)
    {
        Assert.Equal(expected is not null, NormalisedUrl.TryGetDomain(input, out var domain));
        Assert.Equal(expected, domain);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_is_normalised_as_in_the_other_SDKs(string input, string? expected)
    {
        Assert.Equal(expected is not null, NormalisedUrl.TryGetPath(input, out var path));
        Assert.Equal(expected, path);
    }

    [Theory]
    [MemberData(nameof(CookieDomains))]
    public void A_cookie_domain_is_normalised_as_in_the_other_SDKs(string input, string? expected)
    {
        Assert.Equal(expected is not null, NormalisedUrl.TryGetCookieDomain(input, out var domain));
        Assert.Equal(expected, domain);
    }

    [Theory]
    [InlineData("https://BÜCHER.example/x", "https://xn--bcher-kva.example")]
    [InlineData("https://[::1]:8080/x", "https://[::1]:8080")]
    [InlineData("https://example.com:443", "https://example.com")]
    [InlineData("http://example.com:80", "http://example.com")]
    [InlineData("https://user:secret@example.com", "https://example.com")]
    [InlineData("127.0.0.1:80", "http://127.0.0.1")]
    [InlineData("localhost:443", "http://localhost:443")]
    [InlineData("localhost\ufffd3000/auth", null)]
    [InlineData("https://localhost\ufffd3000", null)]
    [InlineData("http://12\ufeff7.0.0", null)]
    [InlineData("https://exa\u00admple.com", null)]
    [InlineData("https://１２７.0.0", null)]
    [InlineData("https://l\u00b4alhst", null)]
    [InlineData("https://a,b.example", null)]
    [InlineData("http://super_tokens:3567", "http://super_tokens:3567")]
    [InlineData("https://ＥＸＡＭＰＬＥ.com", "https://example.com")]
    [InlineData("ftp://example.com", null)]
    [InlineData("https://", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_domain_is_scheme_host_and_port_alone(string? input, string? expected)
    {
        Assert.Equal(expected is not null, NormalisedUrl.TryGetDomain(input, out var domain));
        Assert.Equal(expected, domain);
    }

    [Theory]
    [InlineData("l\u00b4alhst:")]
    [InlineData("a;b.example")]
    [InlineData("http://a\u200b.example")]
    public void A_cookie_domain_that_no_host_can_have_is_refused(string input) => Assert.False(NormalisedUrl.TryGetCookieDomain(input, out _));
}
