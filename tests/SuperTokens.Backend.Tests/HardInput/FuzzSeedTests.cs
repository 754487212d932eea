using SuperTokens.Fuzz.Targets;
using SuperTokens.Testing;

namespace SuperTokens.Backend.HardInput;

/// <summary>The inputs the fuzzer starts with, and those it once found something with, break no rule.</summary>
public sealed class FuzzSeedTests
{
    public static TheoryData<string, string> Seeds
    {
        get
        {
            var seeds = new TheoryData<string, string>();
            foreach (var target in FuzzTarget.All)
            {
                foreach (var file in Directory.GetFiles(Folder(target.Name)))
                {
                    seeds.Add(target.Name, Path.GetFileName(file));
                }
            }

            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_seed_breaks_no_rule(string target, string seed)
        => Assert.NotNull(FuzzTarget.All.Single(candidate => candidate.Name == target).Run(File.ReadAllBytes(Path.Combine(Folder(target), seed))));

    [Fact]
    public void Every_seed_belongs_to_a_target()
        => Assert.Equal(FuzzTarget.All.Select(target => target.Name).Order(), Directory.GetDirectories(Path.GetDirectoryName(Folder("x"))!).Select(Path.GetFileName).Order());

    private static string Folder(string target) => Path.Combine(Repository.Root, "fuzz", "Seeds", target);
}
