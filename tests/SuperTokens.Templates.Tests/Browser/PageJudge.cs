using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>Judges a page as it is shown. With SUPERTOKENS_SCREENSHOTS set to a folder, pictures are left there.</summary>
internal static class PageJudge
{
    private const int Phone = 390;
    private const int Desktop = 1280;
    /// <summary>What a desktop's 1280 px are at a zoom of 400 %.</summary>
    private const int Narrowest = 320;

    private static readonly string? s_pictures = Environment.GetEnvironmentVariable("SUPERTOKENS_SCREENSHOTS");

    private static readonly AxeRunOptions s_rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    internal static async Task JudgeAsync(IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var width in new[] { Phone, Desktop })
            {
                await page.SetViewportSizeAsync(width, 844);
                await TakePictureAsync(page, $"{name}-{width}-{scheme}");
                var found = await page.RunAxe(s_rules);
                Assert.NotEmpty(found.Passes);
                Assert.True(found.Violations.Length == 0, $"{scheme}, {width} px: {string.Join('\n', found.Violations.Select(Describe))}");
            }
        }

        await page.SetViewportSizeAsync(Narrowest, 640);
        Assert.Equal(Narrowest, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.NotEmpty(await page.TitleAsync());
        Assert.Equal(1, await page.Locator("h1").CountAsync());
    }

    private static string Describe(AxeResultItem item)
        => $"{item.Id}: {item.Help}\n{string.Join('\n', item.Nodes.Select(node => $"  {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))}";

    private static async Task TakePictureAsync(IPage page, string name)
    {
        if (s_pictures is not null)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(s_pictures, name.ToLowerInvariant().Replace(' ', '-') + ".png"), FullPage = true });
        }
    }
}
