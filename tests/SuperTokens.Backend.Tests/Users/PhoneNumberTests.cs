using SuperTokens.Testing;

namespace SuperTokens.Backend.Users;

public sealed class PhoneNumberTests
{
    public static TheoryData<string, bool, string> Measured
    {
        get
        {
            var data = new TheoryData<string, bool, string>();
            foreach (var item in Vectors.Cases("phone-validator.json"))
            {
                data.Add((string)item["input"]!, item["error"] is null, (string)item["normalisedE164"]!);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Measured))]
    public void Number_is_checked_and_written_as_measured(string text, bool isValid, string normalised)
    {
        Assert.Equal(isValid, PhoneNumberText.IsValid(text));
        Assert.Equal(normalised, PhoneNumberText.Normalise(text));
    }

    [Theory]
    [InlineData("+14155558856", true)]
    [InlineData(" +1 (415) 555-8856 ", true)]
    [InlineData("tel:+1-415-555-8856", true)]
    [InlineData("+14155558857", false)]
    [InlineData("4155558856", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Login_method_has_the_same_number_however_it_is_written(string? number, bool same)
    {
        var method = new LoginMethod
        {
            RecipeId = "passwordless",
            RecipeUserId = new RecipeUserId("u1"),
            TenantIds = ["public"],
            TimeJoined = 1,
            Verified = true,
            PhoneNumber = "+14155558856",
        };
        Assert.Equal(same, method.HasSamePhoneNumberAs(number));
    }
}
