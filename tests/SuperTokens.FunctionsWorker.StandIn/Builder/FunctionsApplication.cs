namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>As in the package Worker.</summary>
public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
