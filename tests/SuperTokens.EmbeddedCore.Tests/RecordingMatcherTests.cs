using System.Text;
using System.Text.Json.Nodes;
using SuperTokens.Testing;

namespace SuperTokens.EmbeddedCore.Tests;

public sealed class RecordingMatcherTests
{
    private const string RecordedId = "2f3466ed-ffd8-4a3e-bad7-957b44323a10";
    private const string OurId = "00000000-1111-2222-3333-444444444444";
    private const string OtherId = "99999999-1111-2222-3333-444444444444";

    private readonly RecordingMatcher _matcher = new();

    [Theory]
    [InlineData("""{"status":"OK"}""", """{"status":"NOT_OK"}""", "body.status")]
    [InlineData("""{"status":"OK"}""", "{}", "body.status")]
    [InlineData("""{"status":"OK"}""", """{"status":"OK","password":"x"}""", "body.password")]
    [InlineData("""{"a":null}""", "{}", "body.a")]
    [InlineData("""{"a":{}}""", """{"a":null}""", "body.a")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "body.a")]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[{"b":2}]}""", "body.a[0].b")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "body.a")]
    [InlineData("""{"a":true}""", """{"a":false}""", "body.a")]
    [InlineData("""{"expiry":3600}""", """{"expiry":3601}""", "body.expiry")]
    [InlineData("""{"t":1795421776000}""", """{"t":1795421776}""", "body.t")]
    [InlineData("""{"id":"2f3466ed-ffd8-4a3e-bad7-957b44323a10"}""", """{"id":"user-1"}""", "body.id")]
    [InlineData("""{"kid":"d-1795421622888"}""", """{"kid":"s-2f3466ed-ffd8-4a3e-bad7-957b44323a10"}""", "body.kid")]
    public void A_difference_is_found_and_named(string recorded, string actual, string field) =>
        Assert.Equal([field], Compare(recorded, actual).Select(m => m.Field));

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("""{"t":1795421776000}""", """{"t":1800000000000}""")]
    [InlineData("""{"kid":"d-1795421622888"}""", """{"kid":"d-1800000000000"}""")]
    public void Property_order_and_volatile_values_do_not_matter(string recorded, string actual) =>
        Assert.Empty(Compare(recorded, actual));

    [Fact]
    public void A_carried_value_must_come_again()
    {
        Assert.Empty(Compare($$"""{"id":"{{RecordedId}}"}""", $$"""{"id":"{{OurId}}"}"""));
        Assert.Empty(Compare($$"""{"id":"{{RecordedId}}"}""", $$"""{"id":"{{OurId}}"}"""));
        Assert.Single(Compare($$"""{"id":"{{RecordedId}}"}""", $$"""{"id":"{{OtherId}}"}"""));
    }

    [Fact]
    public void Two_recorded_values_never_stand_for_the_same_one() =>
        Assert.Single(Compare($$"""["{{RecordedId}}","{{OtherId}}"]""", $$"""["{{OurId}}","{{OurId}}"]"""));

    [Fact]
    public void A_value_the_caller_made_up_must_come_back_as_it_is()
    {
        _matcher.Translate(JsonNode.Parse($$"""{"userId":"{{RecordedId}}"}"""));
        Assert.Single(Compare($$"""{"userId":"{{RecordedId}}"}""", $$"""{"userId":"{{OurId}}"}"""));
    }

    [Fact]
    public void Requests_are_translated_in_paths_bodies_and_property_names()
    {
        _matcher.Carry(RecordedId, OurId);
        Assert.Equal($"/user/id?userId={OurId}&x=1", _matcher.Translate($"/user/id?userId={RecordedId}&x=1"));
        Assert.Equal($$"""{"{{OurId}}":["{{OurId}}_t1"]}""", _matcher.Translate(JsonNode.Parse($$"""{"{{RecordedId}}":["{{RecordedId}}_t1"]}"""))!.ToJsonString());
    }

    [Fact]
    public void Tokens_are_compared_inside()
    {
        var recorded = Token("""{"sub":"u","exp":1795425376,"iat":1795421776}""");
        Assert.Empty(Inside("""{"sub":"u","exp":1800003600,"iat":1800000000}"""));
        Assert.Equal("token.payload.sub", Assert.Single(Inside("""{"sub":"v","exp":1800003600,"iat":1800000000}""")).Field);
        Assert.Equal("token.payload.exp", Assert.Single(Inside("""{"sub":"u","exp":1800000060,"iat":1800000000}""")).Field);

        IReadOnlyList<Mismatch> Inside(string payload) => new RecordingMatcher().Compare(recorded, Token(payload), "token");
    }

    [Fact]
    public void An_altered_token_is_altered_the_same_way()
    {
        _matcher.Carry("aaa.bbb.ccc", "AAA.BBB.CCC");
        Assert.Equal("AAA.BBB.xxx", _matcher.Translate("aaa.bbb.xxx"));
        Assert.Equal("AAA.xxx.CCC", _matcher.Translate("aaa.xxx.ccc"));
    }

    [Fact]
    public void Known_ids_in_a_list_may_come_in_any_order_but_none_may_be_missing()
    {
        _matcher.Carry(RecordedId, OurId);
        _matcher.Carry(OtherId, OtherId);
        Assert.Empty(Compare($$"""["{{RecordedId}}","{{OtherId}}"]""", $$"""["{{OtherId}}","{{OurId}}"]"""));
        Assert.NotEmpty(Compare($$"""["{{RecordedId}}","{{OtherId}}"]""", $$"""["{{OtherId}}","{{OtherId}}"]"""));
    }

    private static string Token(string payload) =>
        string.Join('.', new[] { """{"alg":"RS256"}""", payload, "signature" }.Select(p => Convert.ToBase64String(Encoding.UTF8.GetBytes(p)).TrimEnd('=')));

    private IReadOnlyList<Mismatch> Compare(string recorded, string actual) =>
        _matcher.Compare(JsonNode.Parse(recorded), JsonNode.Parse(actual));
}
