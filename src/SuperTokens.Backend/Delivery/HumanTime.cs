using System.Globalization;

namespace SuperTokens.Backend.Delivery;

/// <summary>Says a time span in English words, rounded down as the other backend SDKs do: seconds, minutes, or hours to a tenth.</summary>
internal static class HumanTime
{
    public static string Describe(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => Count(Math.Floor(time.TotalSeconds), "second"),
        { TotalMinutes: < 60 } => Count(Math.Floor(time.TotalMinutes), "minute"),
        _ => Count(Math.Floor(time.TotalHours * 10) / 10, "hour"),
    };

    private static string Count(double number, string unit)
        => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
