namespace SuperTokens.Templates.Tests.Browser;

/// <summary>Every page of the MVC site and its error state, judged by axe in light and dark, on a phone and a desktop.</summary>
[Collection(MvcSite.Collection)]
[Trait("Speed", "Slow")]
public sealed class AccessibilityTests(MvcSite site)
{
    public static TheoryData<string> PageNames => new(PageStates.All.Keys);

    [BrowserTheory]
    [MemberData(nameof(PageNames))]
    public Task A_page_is_accessible_in_both_schemes_on_phone_and_desktop(string name)
        => site.VisitAsync(async visitor =>
        {
            await PageStates.All[name](visitor);
            await PageJudge.JudgeAsync(visitor.Page, name);
        });
}
