using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>
/// A field of a form: label, input, hint and error, which a screen reader reads together. Write
/// <c>&lt;field asp-for="Email" label="@T["Email"]" type="email" autocomplete="email" /&gt;</c>; other attributes go to the input.
/// What was typed comes back with an error, but never a password.
/// </summary>
[HtmlTargetElement("field", Attributes = "asp-for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    /// <summary>What the field is called.</summary>
    public required string Label { get; set; }

    /// <summary>What to know before typing, or null.</summary>
    public string? Hint { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = For.Name;
        var id = TagBuilder.CreateSanitizedId(name, "-");
        var error = ViewContext.ModelState.GetValueOrDefault(name)?.Errors.FirstOrDefault()?.ErrorMessage;

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var attribute in output.Attributes)
        {
            input.Attributes[attribute.Name] = attribute.Value?.ToString();
        }

        Set("id", id);
        Set("name", name);
        Set("value", context.AllAttributes["type"]?.Value.ToString() == "password" ? null : For.Model?.ToString());
        Set("aria-describedby", (Hint, error) switch
        {
            (null, null) => null,
            (not null, null) => $"{id}-hint",
            (null, not null) => $"{id}-error",
            _ => $"{id}-hint {id}-error",
        });
        Set("aria-invalid", error is null ? null : "true");
        output.Attributes.Clear();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(Text("label", Label, ("for", id)));
        output.Content.AppendHtml(Hint is null ? null : Text("p", Hint, ("class", "hint"), ("id", $"{id}-hint")));
        output.Content.AppendHtml(input);
        output.Content.AppendHtml(error is null ? null : Text("p", error, ("class", "field-error"), ("id", $"{id}-error")));

        void Set(string attribute, string? value)
        {
            if (value is not null)
            {
                input.Attributes[attribute] = value;
            }
        }
    }

    private static TagBuilder Text(string tag, string text, params (string Name, string Value)[] attributes)
    {
        var element = new TagBuilder(tag);
        foreach (var (name, value) in attributes)
        {
            element.Attributes[name] = value;
        }

        element.InnerHtml.Append(text);
        return element;
    }
}
