using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Prints what the validation of the options refuses, a line each, where that would end the start with an exception.</summary>
internal sealed class DoctorStartupValidator(IStartupValidator inner, IDoctorTerminal terminal) : IStartupValidator
{
    public void Validate()
    {
        try
        {
            inner.Validate();
        }
        catch (OptionsValidationException exception)
        {
            Print([exception]);
            throw;
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(each => each is OptionsValidationException))
        {
            Print([.. exception.InnerExceptions.OfType<OptionsValidationException>()]);
            throw;
        }
    }

    private void Print(OptionsValidationException[] refused)
    {
        string[] failures = [.. refused.SelectMany(each => each.Failures)];
        foreach (var failure in failures)
        {
            terminal.WriteLine($"error    ST{DoctorIds.SettingsRefused} {failure}");
        }

        terminal.WriteLine($"{failures.Length} {(failures.Length == 1 ? "error" : "errors")}; the application does not start, so nothing else was checked");
        terminal.Exit(1);
    }
}
