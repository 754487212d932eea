namespace SuperTokens.Templates.Tests.Pairs;

public sealed class CoveringArrayTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 1, 2)]
    [InlineData(2, 2, 2, 2, 2, 2, 2, 2)]
    [InlineData(6, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2)]
    public void Each_pair_of_values_occurs(params int[] sizes)
    {
        var rows = CoveringArray.Build(sizes);

        Assert.All(rows, row => Assert.All(row.Index(), cell => Assert.InRange(cell.Item, 0, sizes[cell.Index] - 1)));
        Assert.Empty(CoveringArray.Pairs(sizes).Except(rows.SelectMany(CoveringArray.In)));
    }

    [Fact]
    public void Few_rows_suffice()
        => Assert.InRange(CoveringArray.Build([6, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2]).Count, 18, 30);
}
