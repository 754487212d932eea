using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace SuperTokens.Templates.Tests.Engine;

/// <summary>Finds what the template engine itself needs where the engine is: in the SDK.</summary>
internal static class EngineAssemblies
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "The engine's types are loaded before any test code could run.")]
    internal static void Resolve()
    {
        var folder = TestPaths.Metadata("TemplateEngineDir");
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var path = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
    }
}
