using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Hosting;

public sealed class FdiVersionTests
{
    [Theory]
    [InlineData(null, "4.2")]
    [InlineData("", "4.2")]
    [InlineData("nonsense", "4.2")]
    [InlineData("1.17", "1.17")]
    [InlineData("4.2", "4.2")]
    [InlineData("9.0", "9.0")]
    [InlineData("1.17,2.0,1.18", "2.0")]
    [InlineData("1.9, 1.17", "1.17")]
    [InlineData("nonsense,3.0", "3.0")]
    public void The_newest_version_of_the_header_counts_and_none_means_the_latest(string? header, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["fdi-version"] = header;
        Assert.Equal(expected, FdiVersion.Of(context.Request).ToString());
    }

    [Theory]
    [InlineData(1, 17, true)]
    [InlineData(1, 18, false)]
    [InlineData(1, 9, true)]
    [InlineData(2, 0, false)]
    [InlineData(0, 99, true)]
    public void Versions_are_compared_as_numbers(int major, int minor, bool expected)
        => Assert.Equal(expected, new FdiVersion(1, 17).IsAtLeast(major, minor));
}
